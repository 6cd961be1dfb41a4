/// How long a server asks to be left alone: `Retry-After` (RFC 9110, section 10.2.3).
enum RetryAfter {
    /// The seconds that a response asks to wait; nil when it does not say.
    ///
    /// A date is counted from the response's own `Date`, so that no clock but the server's has a say.
    static func seconds(in fields: [String: String]) -> Int? {
        guard let value = fields["retry-after"] else { return nil }
        if let seconds = Int(value) { return seconds >= 0 ? seconds : nil }
        guard let date = time(value), let now = fields["date"].flatMap(time) else { return nil }
        return max(0, date - now)
    }

    /// The seconds since 1970 of a date such as `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that servers still write.
    private static func time(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), (1...31).contains(day),
            let month = months.firstIndex(of: words[2]), let year = Int(words[3]), (1970...9999).contains(year)
        else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, clock.allSatisfy((0..<61).contains) else { return nil }
        // Days of years that begin in March, so that a leap day is a year's last.
        let (era, ofYear) = month >= 2 ? (year, month - 2) : (year - 1, month + 10)
        let days = era * 365 + era / 4 - era / 100 + era / 400 + (ofYear * 306 + 5) / 10 + day - 1 - 719_468
        return ((days * 24 + clock[0]) * 60 + clock[1]) * 60 + clock[2]
    }

    private static let months: [Substring] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
