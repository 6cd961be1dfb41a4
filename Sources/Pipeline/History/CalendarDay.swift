internal import Foundation

/// Days of the Gregorian calendar, UTC, as `YYYY-MM-DD`.
public enum CalendarDay {
    /// Whether `text` is a day that there is.
    public static func isValid(_ text: String) -> Bool {
        // Foundation reads more than that; what it reads as another day is written otherwise.
        (try? Date(text, strategy: .iso8601.year().month().day())).map { Self.text(of: $0) } == text
    }

    /// The day of a new version: the one given, else that of `SOURCE_DATE_EPOCH` (reproducible-builds.org), else today.
    /// - Throws: ``Failure`` (usage) for a variable that holds no time.
    public static func ofVersion(given: String?, environment: [String: String]) throws(Failure) -> String {
        if let given { return given }
        guard let epoch = environment["SOURCE_DATE_EPOCH"] else { return text(of: Date()) }
        guard let seconds = Int(epoch), (0..<253_402_300_800).contains(seconds) else {
            throw Failure(.usage, "SOURCE_DATE_EPOCH is '\(epoch)', which is no number of seconds since 1970")
        }
        return text(of: Date(timeIntervalSince1970: Double(seconds)))
    }

    /// The day of a second since 1970, UTC; the last one of the year 9999 for any that is later.
    static func text(ofSecond second: Int) -> String { text(of: Date(timeIntervalSince1970: Double(clamped(second)))) }

    /// The same with the time, as `2026-01-31T12:00:00Z`.
    static func textWithTime(ofSecond second: Int) -> String {
        Date(timeIntervalSince1970: Double(clamped(second))).formatted(.iso8601)
    }

    private static func clamped(_ second: Int) -> Int { min(max(second, 0), 253_402_300_799) }

    private static func text(of date: Date) -> String {
        String(date.formatted(.iso8601.year().month().day().dateSeparator(.dash)).prefix(10))
    }
}
