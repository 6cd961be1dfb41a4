internal import Crypto

/// SHA-256 as the ledger writes it.
enum Digest {
    /// 64 lower-case hexadecimal digits.
    static func sha256(of bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
