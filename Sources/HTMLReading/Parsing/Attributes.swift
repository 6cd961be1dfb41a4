internal import CLibXML2
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The attributes of one start tag; valid only while its event is handled.
struct Attributes {
    private let pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        self.pairs = pairs
    }

    var isEmpty: Bool { pairs == nil }

    /// The value of an attribute; empty for one without a value, nil for none.
    func value(_ name: StaticString) -> String? {
        guard let value = find(name) else { return nil }
        return value.map { String(decodingCString: $0, as: UTF8.self) } ?? ""
    }

    func has(_ name: StaticString) -> Bool { find(name) != nil }

    private func find(_ name: StaticString) -> UnsafePointer<xmlChar>?? {
        guard var pair = pairs else { return nil }
        while let candidate = pair[0] {
            let characters = UnsafeRawPointer(candidate).assumingMemoryBound(to: CChar.self)
            if strcmp(characters, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0 {
                return .some(pair[1])
            }
            pair += 2
        }
        return nil
    }
}
