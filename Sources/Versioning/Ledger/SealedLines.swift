internal import Crypto
internal import RequirementModel

/// The form of every file of a ledger: JSON lines, the last of which is the SHA-256 of all before it, so that a file that was
/// edited or cut short tells so by itself.
struct SealedLines {
    /// The SHA-256 of the whole file.
    let digest: String
    /// The whole file.
    let bytes: [UInt8]

    private let file: String
    /// The lines between the header and the seal.
    private let body: Range<Int>

    /// The version of the form. A newer one is refused, an older one must be read.
    static let format = 1

    /// Checks the seal.
    /// - Parameter file: Its path, for messages.
    init(_ bytes: [UInt8], file: String) throws(LedgerError) {
        if bytes.starts(with: "<<<<<<< ".utf8) {
            throw LedgerError(
                .damaged, file: file,
                "holds a conflict of a merge; `requisite resolve` puts both branches' versions in order")
        }
        let lineEnd = UInt8(ascii: "\n")
        let headerEnd = bytes.firstIndex(of: lineEnd) ?? bytes.endIndex
        guard let format = Self.format(of: bytes, before: headerEnd) else {
            throw LedgerError(
                .damaged, file: file, "is no file of a ledger, or its first line was changed; \(Self.remedy)")
        }
        guard format <= Self.format else {
            throw LedgerError(
                .newerFormat, file: file,
                "was written by a newer Requisite (format \(format), this one reads \(Self.format)); update Requisite")
        }
        // A whole file ends in a line end, so that nothing follows the last one.
        guard bytes.last == lineEnd, let beforeSeal = bytes.dropLast().lastIndex(of: lineEnd),
            let seal = Self.seal(in: bytes, beforeSeal + 1..<bytes.count)
        else { throw LedgerError(.damaged, file: file, "is cut short; \(Self.remedy)") }
        var hash = SHA256()
        hash.update(data: bytes[...beforeSeal])
        guard seal == hash.finalize().hexadecimal else {
            throw LedgerError(.damaged, file: file, "was changed after it was written; \(Self.remedy)")
        }
        hash.update(data: bytes[(beforeSeal + 1)...])
        digest = hash.finalize().hexadecimal
        self.bytes = bytes
        self.file = file
        body = headerEnd + 1..<beforeSeal + 1
    }

    /// What to do about a file that is not as it was written.
    static let remedy = "restore it, as with `git checkout`"

    /// The header as a value.
    func header<Value>(
        _ read: (inout JSONReader) throws(JSONReader.Fault) -> Value
    ) throws(LedgerError) -> Value {
        var reader = JSONReader(bytes, in: 0..<body.lowerBound)
        do throws(JSONReader.Fault) { return try read(&reader) } catch { throw self.error(error) }
    }

    /// Reads the lines after the header, each of which is one value, as long as `read` returns true.
    func eachLine(
        _ read: (inout JSONReader) throws(JSONReader.Fault) -> Bool
    ) throws(LedgerError) {
        var reader = JSONReader(bytes, in: body)
        do throws(JSONReader.Fault) {
            while reader.offset < body.upperBound {
                guard try read(&reader) else { return }
                guard reader.offset < body.upperBound, bytes[reader.offset] == UInt8(ascii: "\n") else {
                    throw JSONReader.Fault(at: reader.offset, "the line does not end where its value does")
                }
                reader = JSONReader(bytes, in: reader.offset + 1..<body.upperBound)
            }
        } catch {
            throw self.error(error)
        }
    }

    private func error(_ fault: JSONReader.Fault) -> LedgerError {
        let before = bytes[..<fault.offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        return LedgerError(
            .damaged, file: file, at: SourcePosition(line: line, column: fault.offset - lineStart + 1),
            "\(fault.message), which this Requisite cannot read; \(Self.remedy)")
    }

    private static func format(of bytes: [UInt8], before end: Int) -> Int? {
        var reader = JSONReader(bytes, in: 0..<end)
        return try? reader.member("format") { reader throws(JSONReader.Fault) in try reader.integer() }
    }

    private static func seal(in bytes: [UInt8], _ line: Range<Int>) -> String? {
        var reader = JSONReader(bytes, in: line)
        return try? reader.member("digest") { reader throws(JSONReader.Fault) in try reader.string() }
    }
}

extension JSONReader {
    /// The value of the one member `name` of an object that goes to the end; nil when it has none.
    fileprivate mutating func member<Value>(
        _ name: String, _ read: (inout JSONReader) throws(Fault) -> Value
    ) throws(Fault) -> Value? {
        var value: Value?
        try beginObject()
        while let key = try nextKey() {
            if key == name { value = try read(&self) } else { try skip() }
        }
        try finish()
        return value
    }
}

/// Writes a file of ``SealedLines``, to memory or piece by piece to where it is to stand.
struct SealedLinesWriter {
    private var text = JSONWriter(.compact)
    private var hash = SHA256()
    private let output: Output?
    private var fault: LedgerError?

    /// Takes the next piece of a file.
    typealias Output = ([UInt8]) throws(LedgerError) -> Void

    private static let pieceSize = 1 << 18

    private init(to output: Output?) { self.output = output }

    /// Writes one line.
    mutating func line(_ value: (inout JSONWriter) -> Void) {
        value(&text)
        text.endLine()
        if output != nil, text.bytes.count >= Self.pieceSize { handOn() }
    }

    private mutating func handOn() {
        hash.update(data: text.bytes)
        do throws(LedgerError) { if fault == nil { try output?(text.bytes) } } catch { fault = error }
        text.removeAll()
    }

    /// The lines that `write` gives, with the seal after them, and the SHA-256 of the file.
    static func sealed(_ write: (inout SealedLinesWriter) -> Void) -> (bytes: [UInt8], digest: String) {
        var lines = SealedLinesWriter(to: nil)
        write(&lines)
        return seal(lines.text.bytes)
    }

    /// The same in pieces, so that a large file is never in memory whole.
    /// - Returns: The SHA-256 of the file.
    static func seal(
        to output: @escaping Output, _ write: (inout SealedLinesWriter) -> Void
    ) throws(LedgerError) -> String {
        var lines = SealedLinesWriter(to: output)
        write(&lines)
        lines.handOn()
        let digest = lines.hash.finalize().hexadecimal
        lines.line { $0.object { $0.member("digest", digest) } }
        lines.handOn()
        if let fault = lines.fault { throw fault }
        return lines.hash.finalize().hexadecimal
    }

    /// Whole lines with the seal after them, and the SHA-256 of all.
    static func seal(_ lines: consuming [UInt8]) -> (bytes: [UInt8], digest: String) {
        var hash = SHA256()
        hash.update(data: lines)
        let digest = hash.finalize().hexadecimal
        let seal = JSONWriter.text(.compact) { $0.object { $0.member("digest", digest) } }
        lines += seal
        hash.update(data: seal)
        return (lines, hash.finalize().hexadecimal)
    }
}
