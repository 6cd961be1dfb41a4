internal import Foundation

/// What the operating system said, under the layers that Foundation puts over it.
enum SystemError {
    /// Whether it says that there is no such file or folder.
    static func isMissing(_ error: any Error) -> Bool { code(error) == .ENOENT }

    /// Its own words, such as `Permission denied`, without the path, which the message around them names.
    static func reason(_ error: any Error) -> String {
        let text = ((underlying(error) ?? error) as NSError).localizedDescription
        let preamble = "The operation could not be completed. "
        return text.hasPrefix(preamble) ? String(text.dropFirst(preamble.count)) : text
    }

    private static func code(_ error: any Error) -> POSIXErrorCode? { underlying(error)?.code }

    private static func underlying(_ error: any Error) -> POSIXError? {
        (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError ?? error as? POSIXError
    }
}
