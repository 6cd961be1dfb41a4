internal import Crypto
internal import Foundation
internal import RequirementModel
internal import Versioning

/// SHA-256 as the ledger writes it.
enum Digest {
    /// 64 lower-case hexadecimal digits.
    static func sha256(of bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hexadecimal }

    /// The digest of a regular file, of which only a piece at a time is in memory; nil when it cannot be read.
    static func sha256(ofFileAt path: String) -> String? {
        guard FileStatus(of: path, followingLinks: true)?.kind == .regular else { return nil }
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var hash = SHA256()
        var piece = [UInt8](repeating: 0, count: pieceSize)
        while true {
            let count = unsafe piece.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return hash.finalize().hexadecimal }
            guard count > 0 || errno == EINTR else { return nil }
            hash.update(data: piece[..<max(0, count)])
        }
    }

    private static let pieceSize = 1 << 16
}
