import Testing

@testable import Extraction

@Suite struct RepeatsTests {
    /// Few elements are compared and many are hashed.
    @Test(arguments: [0, 1, 2, 7, 8, 9, 40]) func `keeps each where it stands first`(count: Int) {
        let numbers = (0..<count).map { $0 * 7 % 5 }
        var expected: [Int] = []
        for number in numbers where !expected.contains(number) { expected.append(number) }
        #expect(numbers.withoutRepeats == expected)
        #expect(Array(0..<count).withoutRepeats == Array(0..<count))
    }
}
