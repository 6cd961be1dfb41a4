import Foundation
import RequirementModel

/// Where the tool prints: results to standard output, everything for people to standard error.
///
/// A script that reads standard output never meets a message there.
struct Console {
    /// How much people want to read.
    enum Volume: Comparable {
        /// Errors alone.
        case quiet
        /// What they should know.
        case normal
        /// Everything.
        case verbose
    }

    let volume: Volume
    /// Whether standard error may be coloured.
    let isColoured: Bool
    /// Whether standard output may be coloured.
    let isOutputColoured: Bool
    /// Whether a person watches standard error.
    let isWatched: Bool

    /// Writes a result.
    /// - Throws: ``BrokenPipe`` when nobody reads it any more.
    func write(_ bytes: [UInt8]) throws {
        guard !bytes.isEmpty else { return }
        do {
            try FileHandle.standardOutput.write(contentsOf: bytes)
        } catch {
            throw BrokenPipe()
        }
    }

    /// Writes a line of a result.
    func write(_ line: String) throws { try write(Array(line.utf8) + [UInt8(ascii: "\n")]) }

    /// Writes a line for people, unless they asked for less.
    func say(_ line: String, from volume: Volume = .normal) {
        if self.volume >= volume { Self.standardError(line.safeForTerminal + "\n") }
    }

    /// Writes to standard error as it is; what cannot be written there cannot be reported either.
    static func standardError(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}

/// Nobody reads standard output any more.
struct BrokenPipe: Error {}

extension String {
    /// The text with all that could steer a terminal written out: what stands in it may come from a document.
    var safeForTerminal: String { showingInvisibles }
}
