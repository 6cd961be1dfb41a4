/// One port, one range of ports, or all of them.
public struct PortRange: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The lowest port, 0 to 65535.
    public var low: Int
    /// The highest port, `low` to 65535.
    public var high: Int

    /// The ports from `low` to `high`; nil unless 0 ≤ low ≤ high ≤ 65535.
    public init?(_ low: Int, _ high: Int) {
        guard 0 <= low, low <= high, high <= 65535 else { return nil }
        self.low = low
        self.high = high
    }

    /// One port; nil above 65535.
    public init?(_ port: Int) { self.init(port, port) }

    private init(everyPort: Void) {
        low = 0
        high = 65535
    }

    /// Every port: `any` in the flat view.
    public static let any = PortRange(everyPort: ())

    /// Reads the normal form: `443`, `1024-65535`, `any`.
    public init?(normalForm text: String) {
        if text == "any" {
            self = .any
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        switch parts.count {
        case 1: if let port = parts[0] { self.init(port) } else { return nil }
        case 2: if let low = parts[0], let high = parts[1] { self.init(low, high) } else { return nil }
        default: return nil
        }
    }

    /// The normal form.
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds the normal form to `bytes`.
    package func append(to bytes: inout [UInt8]) {
        if self == .any { return bytes.append(contentsOf: "any".utf8) }
        bytes.append(decimal: low)
        if low == high { return }
        bytes.append(UInt8(ascii: "-"))
        bytes.append(decimal: high)
    }

    /// Whether every port of `other` is one of these.
    public func covers(_ other: PortRange) -> Bool { low <= other.low && other.high <= high }

    /// By the lowest port, then by the highest.
    public static func < (left: Self, right: Self) -> Bool { (left.low, left.high) < (right.low, right.high) }
}
