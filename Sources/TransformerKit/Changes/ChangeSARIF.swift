internal import RequirementModel

extension ChangeReport {
    /// The changes as SARIF 2.1.0 (OASIS), as GitHub's code scanning and other viewers of findings read it.
    ///
    /// Each change is a result under the rule of its kind, and each of its risks one more under the risk's, so that a person
    /// who dismisses the one has not dismissed the other. Results keep their `partialFingerprints` over versions of the
    /// document, as changes keep their fingerprints.
    /// - Parameters:
    ///   - sources: Where the documents are in the repository.
    ///   - toolVersion: The version of the tool that found the changes.
    public func sarif(sources: SourceFolder, toolVersion: String) -> [UInt8] {
        let findings = changeSet.changes.flatMap(Finding.findings)
        let rules = Dictionary(findings.map { ($0.rule, $0.ruleDescription) }) { first, _ in first }
            .sorted { $0.key < $1.key }
        let indices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.key, $0) })
        return JSONWriter.text { writer in
            writer.object { log in
                log.member("$schema", Self.sarifSchema)
                log.member("version", "2.1.0")
                log.objects("runs", [findings]) { run, findings in
                    run.object("tool") { tool in
                        tool.object("driver") { driver in
                            driver.member("name", "Requisite")
                            driver.member("semanticVersion", toolVersion)
                            driver.objects("rules", rules) { rule, named in
                                rule.member("id", named.key)
                                rule.object("shortDescription") { $0.member("text", named.value) }
                            }
                        }
                    }
                    run.objects("results", findings) { result, finding in
                        finding.write(ruleIndex: indices[finding.rule] ?? 0, sources: sources, to: &result)
                    }
                }
            }
        }
    }

    private static let sarifSchema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
}

/// A change, or one of its risks.
private struct Finding {
    var change: Change
    var risk: Risk?

    static func findings(of change: Change) -> [Finding] {
        [Finding(change: change)] + change.risks.map { Finding(change: change, risk: $0) }
    }

    /// A risk and a kind of change may share a name.
    var rule: String { risk.map { "risk/\($0.rawValue)" } ?? change.id }

    var ruleDescription: String {
        if let risk { return "Risk: \(risk.phrase)" }
        return change.id.prefix(1).uppercased() + change.id.dropFirst().replacing("-", with: " ")
    }

    var fingerprint: String { risk.map { "\(change.fingerprint)/\($0.rawValue)" } ?? change.fingerprint }

    var message: String {
        let sentence = change.plainSentence + change.formerPlace
        return risk.map { "\($0.phrase): \(change.subject.phrase). \(sentence)" } ?? sentence
    }

    var level: String {
        if risk != nil, change.exemption == nil { return "error" }
        return switch change.reportedLevel {
        case .error: "error"
        case .warning: "warning"
        case .notice: "note"
        }
    }

    /// Writes the members of a result.
    func write(ruleIndex: Int, sources: SourceFolder, to result: inout JSONWriter) {
        let location = change.subject.location
        result.member("ruleId", rule)
        result.member("ruleIndex", ruleIndex)
        result.member("level", level)
        result.object("message") { $0.member("text", Self.escaped(message)) }
        result.objects("locations", [location]) { place, location in
            place.object("physicalLocation") { place in
                place.object("artifactLocation") { artifact in
                    artifact.member("uri", PercentEncoding.encoded(sources.path(of: location.file)))
                    artifact.member("uriBaseId", "%SRCROOT%")
                }
                // GitHub shows no result without a line.
                let line = change.after == nil ? 1 : max(1, location.position.line)
                place.object("region") { $0.member("startLine", line) }
            }
        }
        // The scheme has a version: a later one gets another name, and neither is taken for the other.
        result.object("partialFingerprints") { $0.member("requisite/v1", fingerprint) }
        if let acceptance = change.acceptance {
            result.objects("suppressions", [acceptance]) { suppression, acceptance in
                suppression.member("kind", "external")
                suppression.member("status", "accepted")
                suppression.member("justification", Self.escaped(acceptance.phrase))
            }
        }
        result.object("properties") { properties in
            properties.member("class", change.impact.rawValue)
            properties.member("op", change.operation.rawValue)
            properties.member("cause", change.cause.rawValue)
            properties.member("record", change.isOfPage ? nil : change.record.rawValue)
            properties.member("section", change.section)
        }
    }

    /// SARIF 2.1.0, 3.11.5 and 3.11.6: braces stand doubled in a message, as single ones are for placeholders, and what
    /// looks like a link is one.
    private static func escaped(_ message: String) -> String {
        message.showingInvisibles.replacing("{", with: "{{").replacing("}", with: "}}").replacing("](", with: "] (")
    }
}

extension JSONWriter {
    /// Writes a member with an object.
    fileprivate mutating func object(_ name: String, _ members: (inout JSONWriter) -> Void) {
        key(name)
        object(members)
    }

    /// Writes a member with an array of one object for each element.
    fileprivate mutating func objects<Element>(
        _ name: String, _ elements: [Element], _ members: (inout JSONWriter, Element) -> Void
    ) {
        key(name)
        array(elements) { writer, element in writer.object { members(&$0, element) } }
    }
}
