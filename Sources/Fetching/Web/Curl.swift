internal import Subprocess

/// The user's `curl`, which knows the user's proxies and certificates.
struct Curl: Sendable {
    let agent: String
    let limits: WebLimits

    /// What keeps curl from asking for anything at all.
    enum Fault: Error, Sendable, Hashable {
        case notInstalled
        /// It does not know what it is told: it is older than 7.84.
        case tooOld
        /// It could not be run.
        case failed(String)
    }

    /// Asks for pages one after the other by one process.
    ///
    /// The process ends at the first answer that is not what was hoped for, so that nobody is asked further who said no. Also
    /// when `answered` returns false. Those that were not asked for yet are the rest.
    /// - Parameter answered: Takes each response in the order of the requests.
    func ask(
        _ requests: [PageRequest], answered: (PageResponse) async throws -> Bool
    ) async throws {
        let mark = "requisite-" + String(UInt64.random(in: .min ... .max), radix: 36)
        let configuration = CurlConfiguration(agent: agent, limits: limits, mark: mark)
        let input = configuration.text(for: requests)
        let limit = limits.bytes
        do {
            let result = try await Subprocess.run(
                .name("curl"), arguments: Arguments(CurlConfiguration.arguments),
                environment: .inherit.updating(["LC_ALL": "C"]), input: .array(input), output: .sequence,
                error: .string(limit: 1 << 16)
            ) { execution in
                var output = CurlOutput(mark: mark, limit: limit)
                var count = 0
                for try await buffer in execution.standardOutput {
                    unsafe buffer.withUnsafeBytes { unsafe output.append($0) }
                    while let response = try output.next() {
                        count += 1
                        guard try await answered(response) else {
                            try? execution.send(signal: .kill)
                            return count
                        }
                    }
                    if output.isOverLimit {
                        try? execution.send(signal: .kill)
                        _ = try await answered(.tooLarge)
                        return count + 1
                    }
                }
                return count
            }
            if result.closureResult == 0, !requests.isEmpty { throw Self.fault(complaint: result.standardError) }
        } catch is CurlOutput.Unreadable {
            throw Fault.tooOld
        } catch let error as SubprocessError {
            throw error.code == .executableNotFound ? Fault.notInstalled : Fault.failed("\(error)")
        }
    }

    /// Why curl did not even begin.
    private static func fault(complaint: String) -> Fault {
        let words = complaint.split(separator: "\n").first.map(String.init) ?? "no reason given"
        return words.contains("unknown") ? .tooOld : .failed(words)
    }
}

extension PageResponse {
    /// What is said of a body before it has come as a whole.
    fileprivate static let tooLarge = PageResponse(
        exitCode: 0, complaint: "", status: 200, fields: [:], peer: "", body: [], isTooLarge: true)
}
