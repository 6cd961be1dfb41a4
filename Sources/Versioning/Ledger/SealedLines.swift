internal import Foundation
internal import RequirementModel

/// The form of every file of a ledger: JSON lines, the last of which is the SHA-256 of all before it, so that a file that was
/// edited or cut short tells so by itself.
struct SealedLines {
    /// The lines but the last, without their line ends; the first is the header.
    let lines: [ArraySlice<UInt8>]
    /// The SHA-256 of the whole file.
    let digest: String

    private let file: String

    /// The version of the form. A newer one is refused, an older one must be read.
    static let format = 1

    private struct Header: Decodable {
        var format: Int
    }

    private struct Seal: Decodable {
        var digest: String
    }

    /// Checks the seal.
    /// - Parameter file: Its path, for messages.
    init(_ bytes: [UInt8], file: String) throws(LedgerError) {
        self.file = file
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let first = lines.first, let header = try? Self.decoder.decode(Header.self, from: Data(first)) else {
            throw LedgerError(
                .damaged, file: file, "is no file of a ledger, or its first line was changed; \(Self.remedy)")
        }
        guard header.format <= Self.format else {
            throw LedgerError(
                .newerFormat, file: file,
                "was written by a newer Requisite (format \(header.format), this one reads \(Self.format)); update Requisite"
            )
        }
        // A whole file ends in a line end, so that nothing follows the last one.
        guard lines.count >= 3, lines[lines.count - 1].isEmpty,
            let seal = try? Self.decoder.decode(Seal.self, from: Data(lines[lines.count - 2]))
        else { throw LedgerError(.damaged, file: file, "is cut short; \(Self.remedy)") }
        guard seal.digest == Hexadecimal.digest(of: bytes[..<lines[lines.count - 2].startIndex]) else {
            throw LedgerError(.damaged, file: file, "was changed after it was written; \(Self.remedy)")
        }
        self.lines = Array(lines.dropLast(2))
        digest = Hexadecimal.digest(of: bytes)
    }

    /// What to do about a file that is not as it was written.
    static let remedy = "restore it, as with `git checkout`"

    /// The header as a value.
    func header<Value: Decodable>(_: Value.Type) throws(LedgerError) -> Value {
        try decode(lines.first ?? [])
    }

    /// The lines after the header as values, from the first on as long as `isWanted` says so.
    func body<Value: Decodable>(
        _: Value.Type, while isWanted: (ArraySlice<UInt8>) -> Bool = { _ in true }
    ) throws(LedgerError) -> [Value] {
        var values: [Value] = []
        for line in lines.dropFirst().prefix(while: isWanted) { values.append(try decode(line)) }
        return values
    }

    private static let decoder = JSONDecoder()

    private func decode<Value: Decodable>(_ line: ArraySlice<UInt8>) throws(LedgerError) -> Value {
        do {
            return try Self.decoder.decode(Value.self, from: Data(line))
        } catch {
            throw LedgerError(.damaged, file: file, "holds a line that this Requisite cannot read; \(Self.remedy)")
        }
    }
}

/// Writes a file of ``SealedLines``.
struct SealedLinesWriter {
    private var bytes: [UInt8] = []

    /// Writes one line.
    mutating func line(_ value: (inout JSONWriter) -> Void) {
        var writer = JSONWriter(.compact)
        value(&writer)
        bytes += writer.bytes
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The lines with the seal after them.
    func sealed() -> [UInt8] { Self.seal(bytes) }

    /// Whole lines with the seal after them.
    static func seal(_ lines: [UInt8]) -> [UInt8] {
        lines + JSONWriter.text(.compact) { $0.object { $0.member("digest", Hexadecimal.digest(of: lines)) } }
    }
}
