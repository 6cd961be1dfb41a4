internal import Crypto

/// SHA-256 as the ledger writes it.
enum Digest {
    /// 64 lower-case hexadecimal digits.
    static func sha256(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
