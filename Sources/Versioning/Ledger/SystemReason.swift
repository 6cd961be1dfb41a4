package import Foundation

/// What the operating system said, such as "No space left on device", without the path, which the message around it names.
package struct SystemReason: Error, CustomStringConvertible {
    /// Its own words.
    package let description: String
    /// Which error it is; nil for one that is none of the system's.
    package let code: POSIXErrorCode?

    /// Whether there is nothing at the path.
    var isMissing: Bool { code == .ENOENT || code == .ENOTDIR }

    /// The reason that an error number stands for.
    init(_ number: Int32) {
        code = POSIXErrorCode(rawValue: number)
        description = code.map { Self.words(of: POSIXError($0)) } ?? "error \(number)"
    }

    /// The reason under the layers that Foundation puts over it.
    package init(_ error: any Error) {
        let inner = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error ?? error
        code = (inner as? POSIXError ?? error as? POSIXError)?.code
        description = Self.words(of: inner)
    }

    private static func words(of error: any Error) -> String {
        let text = (error as NSError).localizedDescription
        let preamble = "The operation could not be completed. "
        return text.hasPrefix(preamble) ? String(text.dropFirst(preamble.count)) : text
    }
}
