internal import Dispatch
internal import Foundation

#if canImport(System)
    internal import System
#else
    internal import SystemPackage
#endif

/// What `git cat-file --batch` prints: for each question `<id> blob <size>`, a line end, the bytes, a line end; or
/// `<id> missing`.
struct BlobAnswers: Sendable {
    private let pipe: FileDescriptor
    /// What has come and is not read yet, from `position` on.
    private var received: [UInt8] = []
    private var position = 0

    /// The answers that come out of `pipe`, which is to be closed by whoever opened it.
    init(from pipe: FileDescriptor) { self.pipe = pipe }

    /// Why there is no answer.
    enum Fault: Error, CustomStringConvertible {
        /// The repository lacks the blob.
        case missing(ObjectID)
        /// There is no process any more that would answer.
        case ended

        /// What is wrong and what to do.
        var description: String {
            switch self {
            case .missing(let blob):
                "lacks the blob \(blob); `git fsck` finds what else it lacks, `git fetch --refetch` brings it"
            case .ended:
                "could not be read to the end: `git cat-file` stopped; `git fsck` tells what is wrong"
            }
        }
    }

    /// The next answers, on a thread that may wait for them: of those that compute there are only as many as cores.
    /// - Parameter blobs: What was asked for next, in this order.
    /// - Returns: The bytes of each; nil for one that is larger than `limit` bytes, of which nothing is kept.
    mutating func next(_ blobs: [ObjectID], limit: Int) async throws(Fault) -> [[UInt8]?] {
        var answers = self
        self = BlobAnswers(from: pipe)
        let result: Result<([[UInt8]?], BlobAnswers), Fault>
        result = await withCheckedContinuation { [answers] done in
            Self.waiting.async {
                var answers = answers
                done.resume(
                    returning: Result { () throws(Fault) in
                        var contents: [[UInt8]?] = []
                        for blob in blobs { contents.append(try answers.next(blob, limit: limit)) }
                        return (contents, answers)
                    })
            }
        }
        let contents: [[UInt8]?]
        (contents, answers) = try result.get()
        self = answers
        return contents
    }

    private static let waiting = DispatchQueue(label: "requisite.blobs", attributes: .concurrent)

    private mutating func next(_ blob: ObjectID, limit: Int) throws(Fault) -> [UInt8]? {
        let words = try line().split(separator: UInt8(ascii: " "))
        guard words.count == 3, words[0].elementsEqual(blob.description.utf8), words[1].elementsEqual("blob".utf8),
            let size = Int(String(decoding: words[2], as: UTF8.self))
        else { throw .missing(blob) }
        var bytes: [UInt8] = []
        let isWanted = size <= limit
        if isWanted { bytes.reserveCapacity(size) }
        var left = size
        while left > 0 {
            if position == received.count { try receive() }
            let count = min(left, received.count - position)
            if isWanted { bytes += received[position..<(position + count)] }
            position += count
            left -= count
        }
        if position == received.count { try receive() }
        position += 1
        return isWanted ? bytes : nil
    }

    private mutating func line() throws(Fault) -> [UInt8] {
        var line: [UInt8] = []
        while true {
            if position == received.count { try receive() }
            if let end = received[position...].firstIndex(of: UInt8(ascii: "\n")) {
                line += received[position..<end]
                position = end + 1
                return line
            }
            line += received[position...]
            position = received.count
        }
    }

    private mutating func receive() throws(Fault) {
        let bytes = try? unsafe [UInt8](unsafeUninitializedCapacity: Self.capacity) { [pipe] buffer, count in
            count = try unsafe pipe.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        guard let bytes, !bytes.isEmpty else { throw .ended }
        received = bytes
        position = 0
    }

    /// How much git may print before it waits, where the system allows that much: more than a pipe holds by itself, so that the
    /// two processes do not wait for each other at every other blob.
    private static let capacity = 1 << 20

    /// A pipe with room for many blobs.
    static func pipe() throws -> (readEnd: FileDescriptor, writeEnd: FileDescriptor) {
        let ends = try FileDescriptor.pipe()
        // No other process may hold the ends, or it would never end for one of the two that use it.
        for end in [ends.readEnd, ends.writeEnd] { _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC) }
        #if os(Linux)
            let setPipeSize: CInt = 1031  // F_SETPIPE_SZ, which Glibc's module does not hand on
            _ = fcntl(ends.writeEnd.rawValue, setPipeSize, CInt(capacity))
        #endif
        return ends
    }
}
