internal import Subprocess

/// Reads blobs through one `git cat-file --batch`, however many there are.
///
/// Questions go out many at a time, so that the two processes do not wait for each other at every blob.
public struct BlobReader {
    private let repository: GitRepository
    private let input: StandardInputWriter
    private var output: SubprocessOutputSequence.Iterator
    /// What has come and is not read yet, from `position` on.
    private var received: [UInt8] = []
    private var position = 0

    fileprivate init(
        _ repository: GitRepository, input: StandardInputWriter, output: SubprocessOutputSequence.Iterator
    ) {
        self.repository = repository
        self.input = input
        self.output = output
    }

    /// The bytes of each of `blobs`, in their order, given to `consume` as they come; nil for one that is larger than `limit`
    /// bytes, of which nothing is kept.
    public mutating func read(
        _ blobs: some Collection<ObjectID>, limit: Int, consume: (ObjectID, [UInt8]?) -> Void
    ) async throws(GitError) {
        var rest = blobs[...]
        while !rest.isEmpty {
            let asked = rest.prefix(Self.questionsAtOnce)
            rest = rest.dropFirst(asked.count)
            do {
                _ = try await input.write(Array(asked.map { "\($0)\n" }.joined().utf8))
            } catch {
                throw GitError(error, repository: repository.name)
            }
            for blob in asked { consume(blob, try await answer(about: blob, limit: limit)) }
        }
    }

    /// As many as fit into a pipe many times over, so that neither process waits for the other with both pipes full.
    private static let questionsAtOnce = 256

    /// `<id> blob <size>`, a line end, the bytes, a line end; or `<id> missing`.
    private mutating func answer(about blob: ObjectID, limit: Int) async throws(GitError) -> [UInt8]? {
        var header: [UInt8] = []
        while true {
            if position == received.count { try await receive() }
            if let end = received[position...].firstIndex(of: UInt8(ascii: "\n")) {
                header += received[position..<end]
                position = end + 1
                break
            }
            header += received[position...]
            position = received.count
        }
        let words = header.split(separator: UInt8(ascii: " "))
        guard words.count == 3, words[0].elementsEqual(blob.description.utf8), words[1].elementsEqual("blob".utf8),
            let size = Int(String(decoding: words[2], as: UTF8.self))
        else {
            throw GitError(
                .failed, repository: repository.name,
                "lacks the blob \(blob); `git fsck` finds what else it lacks, `git fetch --refetch` brings it")
        }
        var bytes: [UInt8] = []
        let isWanted = size <= limit
        if isWanted { bytes.reserveCapacity(size) }
        var left = size
        while left > 0 {
            if position == received.count { try await receive() }
            let count = min(left, received.count - position)
            if isWanted { bytes += received[position..<(position + count)] }
            position += count
            left -= count
        }
        if position == received.count { try await receive() }
        position += 1
        return isWanted ? bytes : nil
    }

    private mutating func receive() async throws(GitError) {
        do {
            guard let buffer = try await output.next() else {
                throw GitError(
                    .failed, repository: repository.name,
                    "could not be read to the end: `git cat-file` stopped; `git fsck` tells what is wrong")
            }
            unsafe buffer.withUnsafeBytes { received = unsafe Array($0) }
            position = 0
        } catch {
            throw GitError(error, repository: repository.name)
        }
    }
}

extension GitRepository {
    /// Lets `body` read blobs; the process that serves them ends with it.
    /// - Throws: ``GitError``, and what `body` throws.
    public func withBlobs<Result: Sendable>(
        _ body: (inout BlobReader) async throws -> Result
    ) async throws -> Result {
        do {
            return try await Subprocess.run(
                try await configuration(["cat-file", "--batch"]), input: .inputWriter, output: .sequence,
                error: .discarded
            ) { execution in
                var reader = BlobReader(
                    self, input: execution.standardInputWriter, output: execution.standardOutput.makeAsyncIterator())
                let result = try await body(&reader)
                try await execution.standardInputWriter.finish()
                return result
            }.closureResult
        } catch let error as SubprocessError {
            throw GitError(error, repository: name)
        }
    }
}
