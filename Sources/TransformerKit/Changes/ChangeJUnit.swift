public import RequirementModel

extension ChangeReport {
    /// The changes as a report of tests, which any CI shows: a suite for each document, a test for each change, which fails
    /// when the gate would. What nobody has to do anything about is skipped.
    ///
    /// By the JUnit schema of Apache Ant, which asks for a time, a host and a duration: there are none in an artifact that
    /// is the same wherever it is made.
    /// - Parameter fails: Whether a change trips the gate.
    public func junit(fails: (Change) -> Bool) -> [UInt8] {
        var suites = Dictionary(grouping: changeSet.changes, by: \.document).sorted { $0.key < $1.key }
            .map { document, changes in Suite(name: document, tests: changes.map { Test($0, fails: fails) }) }
        // Some systems take a report without tests for a run that went wrong.
        if suites.isEmpty { suites = [Suite(name: changeSet.to, tests: [Test(name: "no changes", kind: "none")])] }
        var writer = XMLWriter()
        writer.element("testsuites") { writer in
            for (index, suite) in suites.enumerated() { suite.write(id: index, to: &writer) }
        }
        return writer.bytes
    }
}

private struct Suite {
    var name: String
    var tests: [Test]

    func write(id: Int, to writer: inout XMLWriter) {
        let failures = tests.count { $0.failure != nil }
        let skipped = tests.count { $0.reasonToSkip != nil }
        writer.element(
            "testsuite",
            [
                "name": name, "package": "requisite", "id": "\(id)", "timestamp": "1970-01-01T00:00:00",
                "hostname": "localhost", "tests": "\(tests.count)", "failures": "\(failures)", "errors": "0",
                "skipped": "\(skipped)", "time": "0",
            ]
        ) { writer in
            writer.element("properties")
            for test in tests { test.write(suite: name, to: &writer) }
            writer.element("system-out")
            writer.element("system-err")
        }
    }
}

private struct Test {
    /// What people see.
    var name: String
    /// What kind of change it is.
    var kind: String
    /// What to do, where the gate trips.
    var failure: String?
    /// Why nobody has to do anything.
    var reasonToSkip: String?

    init(name: String, kind: String) {
        self.name = name
        self.kind = kind
    }

    init(_ change: Change, fails: (Change) -> Bool) {
        self.init(name: change.labelledSentence, kind: change.id)
        if fails(change) {
            let risks = change.risks.map { "Risk: \($0.phrase)" }
            let differences = change.differences.map { "\($0.field): “\($0.before)” → “\($0.after)”" }
            let flows = change.openedFlows.map { "+ \($0.line)" } + change.closedFlows.map { "- \($0.line)" }
            let place = ([change.subject.location.description] + change.section).joined(separator: "  ")
            failure = ([place] + risks + flows + differences + ["fingerprint \(change.fingerprint)"])
                .joined(separator: "\n")
        } else {
            reasonToSkip = change.exemption
        }
    }

    func write(suite: String, to writer: inout XMLWriter) {
        writer.element("testcase", ["name": name, "classname": "\(suite): \(kind)", "time": "0"]) { writer in
            if let failure {
                writer.element("failure", ["message": name, "type": kind]) { $0.text(failure) }
            } else if let reasonToSkip {
                writer.element("skipped", ["message": reasonToSkip])
            }
        }
    }
}
