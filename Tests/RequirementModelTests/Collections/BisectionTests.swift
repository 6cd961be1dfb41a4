import Testing

@testable import RequirementModel

@Suite struct BisectionTests {
    @Test func findsTheFirstBehindEveryBorder() {
        for count in 0...9 {
            let numbers = Array(0..<count).map { $0 * 2 }
            for border in -1...2 * count {
                let expected = numbers.firstIndex { $0 >= border } ?? count
                #expect(numbers.partitioningIndex { $0 >= border } == expected)
                #expect(numbers[(count / 2)...].partitioningIndex { $0 >= border } == max(expected, count / 2))
            }
        }
    }
}
