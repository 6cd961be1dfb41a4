import Testing

@testable import Pipeline

struct CalendarDayTests {
    @Test(arguments: ["2026-01-31", "2024-02-29", "2000-02-29", "1999-12-31"])
    func `days`(text: String) { #expect(CalendarDay.isValid(text)) }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", "2026-04-31", "+026-01-01", "",
    ])
    func `no days`(text: String) { #expect(!CalendarDay.isValid(text)) }

    @Test func `the day of a version`() throws {
        #expect(try CalendarDay.ofVersion(given: "2026-01-31", environment: ["SOURCE_DATE_EPOCH": "0"]) == "2026-01-31")
        #expect(try CalendarDay.ofVersion(given: nil, environment: ["SOURCE_DATE_EPOCH": "86399"]) == "1970-01-01")
        #expect(try CalendarDay.ofVersion(given: nil, environment: ["SOURCE_DATE_EPOCH": "86400"]) == "1970-01-02")
        #expect(CalendarDay.isValid(try CalendarDay.ofVersion(given: nil, environment: [:])))
        #expect(throws: Failure.self) { try CalendarDay.ofVersion(given: nil, environment: ["SOURCE_DATE_EPOCH": "x"]) }
    }
}
