import ArgumentParser
import Pipeline

/// Days on the command line.
enum Day {
    /// `text` if it is a day.
    static func read(_ text: String) throws -> String {
        guard CalendarDay.isValid(text) else {
            throw ValidationError("'\(text)' is no day; write it as 2026-01-31")
        }
        return text
    }
}

/// Versions on the command line.
extension VersionSelector {
    /// The version that `text` means.
    static func read(_ text: String) throws -> VersionSelector {
        guard let selector = VersionSelector(text) else {
            throw ValidationError(
                "'\(text)' is no version; give an id such as 202601310001 or a day such as 2026-01-31")
        }
        return selector
    }
}
