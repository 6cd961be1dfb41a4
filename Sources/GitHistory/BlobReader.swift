internal import Subprocess

#if canImport(System)
    internal import System
#else
    internal import SystemPackage
#endif

/// Reads blobs through one `git cat-file --batch`, however many there are.
///
/// What will be read later can be asked for before, so that git gets it ready while other work goes on.
public struct BlobReader {
    private let repository: GitRepository
    private let input: StandardInputWriter
    private var answers: BlobAnswers
    /// What git was asked for and has not answered, in order.
    private var asked: ArraySlice<ObjectID> = []
    /// What it is to be asked for next.
    private var expected: ArraySlice<ObjectID> = []
    /// Answers that nobody has taken yet.
    private var held: [ObjectID: [UInt8]?] = [:]

    fileprivate init(_ repository: GitRepository, input: StandardInputWriter, answers: BlobAnswers) {
        self.repository = repository
        self.input = input
        self.answers = answers
    }

    /// Lets git get blobs ready that are going to be read.
    public mutating func expect(_ blobs: some Sequence<ObjectID>) async throws(GitError) {
        var known = Set(held.keys).union(asked).union(expected)
        expected += blobs.filter { known.insert($0).inserted }
        try await ask()
    }

    /// The bytes of each of `blobs`, in their order, given to `consume` as they come; nil for one that is larger than `limit`
    /// bytes, of which nothing is kept.
    public mutating func read(
        _ blobs: some Collection<ObjectID>, limit: Int, consume: (ObjectID, [UInt8]?) -> Void
    ) async throws(GitError) {
        try await expect(blobs)
        for blob in blobs {
            while held[blob] == nil {
                if asked.isEmpty { try await expect([blob]) }
                try await receive(blobs.count, limit: limit)
            }
            consume(blob, held.removeValue(forKey: blob) ?? nil)
        }
    }

    /// What git may be asked for before it answers: the questions fit into a pipe many times over, so that neither process waits
    /// for the other with both pipes full.
    private static let questionsAtOnce = 256

    private mutating func ask() async throws(GitError) {
        let questions = expected.prefix(Self.questionsAtOnce - asked.count)
        guard !questions.isEmpty else { return }
        expected = expected.dropFirst(questions.count)
        asked += questions
        do {
            _ = try await input.write(Array(questions.map { "\($0)\n" }.joined().utf8))
        } catch {
            throw GitError(error, repository: repository.name)
        }
    }

    private mutating func receive(_ count: Int, limit: Int) async throws(GitError) {
        let blobs = asked.prefix(count)
        asked = asked.dropFirst(blobs.count)
        do throws(BlobAnswers.Fault) {
            for (blob, bytes) in zip(blobs, try await answers.next(Array(blobs), limit: limit)) { held[blob] = bytes }
        } catch {
            throw GitError(.failed, repository: repository.name, error.description)
        }
        try await ask()
    }
}

extension GitRepository {
    /// Lets `body` read blobs; the process that serves them ends with it.
    /// - Throws: ``GitError``, and what `body` throws.
    public func withBlobs<Result: Sendable>(
        _ body: (inout BlobReader) async throws -> Result
    ) async throws -> Result {
        do {
            let configuration = try await configuration(["cat-file", "--batch"])
            let pipe = try BlobAnswers.pipe()
            var isOpen = true
            defer { if isOpen { try? pipe.readEnd.close() } }
            return try await Subprocess.run(
                configuration, input: .inputWriter,
                output: .fileDescriptor(pipe.writeEnd, closeAfterSpawningProcess: true), error: .discarded
            ) { execution in
                defer {
                    // Before the process is waited for, which else might wait for someone who reads.
                    isOpen = false
                    try? pipe.readEnd.close()
                }
                var reader = BlobReader(
                    self, input: execution.standardInputWriter, answers: BlobAnswers(from: pipe.readEnd))
                let result = try await body(&reader)
                try await execution.standardInputWriter.finish()
                return result
            }.closureResult
        } catch let error as SubprocessError {
            throw GitError(error, repository: name)
        }
    }
}
