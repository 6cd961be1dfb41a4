import Testing

@testable import Pipeline

@Suite struct HeldTextsTests {
    @Test func `texts come back as they went in from memory and from disk`() throws {
        for limit in [Int.max, 10, 0] {
            var texts = HeldTexts(memoryLimit: limit)
            let given = (0..<40).map { [UInt8](repeating: UInt8($0), count: $0 % 7) }
            for text in given { try texts.append(text) }
            for index in given.indices { #expect(try texts.text(at: index) == given[index]) }
        }
    }
}
