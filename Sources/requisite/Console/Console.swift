import Foundation

/// Where the tool prints: results to standard output, everything for people to standard error.
enum Console {
    /// Writes a result.
    /// - Throws: ``BrokenPipe`` when nobody reads it any more.
    static func standardOutput(_ bytes: [UInt8]) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            throw BrokenPipe()
        }
    }

    /// Writes for people; what cannot be written there cannot be reported either.
    static func standardError(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}

/// Nobody reads standard output any more.
struct BrokenPipe: Error {}
