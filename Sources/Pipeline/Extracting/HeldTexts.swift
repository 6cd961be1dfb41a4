internal import Foundation
internal import Versioning

/// Texts that wait until it is known which of them are to be printed: the last ones in memory, those before them in a file
/// without a name, so that it is the disk that limits how much may wait.
struct HeldTexts {
    private var recent: [[UInt8]] = []
    private var recentSize = 0
    /// How many texts are in the file, and where each of them ends.
    private var ends: [UInt64] = []
    private var file: FileHandle?

    /// How many bytes may wait in memory.
    private let memoryLimit: Int

    init(memoryLimit: Int = 64 << 20) { self.memoryLimit = memoryLimit }

    /// Takes the next text.
    mutating func append(_ text: [UInt8]) throws(Failure) {
        recent.append(text)
        recentSize += text.count
        if recentSize > memoryLimit { try store() }
    }

    /// The text that came as number `index`, from 0; asked for in order it is read in order.
    func text(at index: Int) throws(Failure) -> [UInt8] {
        guard index < ends.count else { return recent[index - ends.count] }
        let start = index == 0 ? 0 : ends[index - 1]
        return try attempt {
            try file?.seek(toOffset: start)
            return try file?.read(upToCount: Int(ends[index] - start)).map { [UInt8]($0) } ?? []
        }
    }

    private mutating func store() throws(Failure) {
        let (known, texts) = (file, recent)
        file = try attempt {
            let file = try known ?? Self.namelessFile()
            try file.seekToEnd()
            for text in texts { try file.write(contentsOf: text) }
            return file
        }
        for text in recent { ends.append((ends.last ?? 0) + UInt64(text.count)) }
        recent = []
        recentSize = 0
    }

    /// A new file that no folder lists, and that is gone with whoever has it open.
    private static func namelessFile() throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory.appending(path: "requisite-\(UUID().uuidString)")
        try Data().write(to: url, options: .withoutOverwriting)
        defer { try? FileManager.default.removeItem(at: url) }
        return try FileHandle(forUpdating: url)
    }

    private func attempt<Result>(_ body: () throws -> Result) throws(Failure) -> Result {
        do {
            return try body()
        } catch {
            let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
            throw Failure(
                .cannotWrite, "cannot keep what is to be printed in \(folder): \(SystemReason(error))")
        }
    }
}
