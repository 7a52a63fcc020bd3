import Testing

@testable import Lowering

@Suite struct NameTableTests {
    /// Short tables are looked through, long ones are not; both say the same.
    @Test(arguments: [0, 1, 11, 12, 13, 14, 100]) func everyNameHasItsPosition(_ count: Int) {
        var table = NameTable()
        for number in 0..<count { #expect(table.insert("name\(number)") == nil) }
        for number in 0..<count {
            #expect(table.insert("name\(number)") == number)
            #expect(table.position(of: "name\(number)") == number)
        }
        #expect(table.position(of: "other") == nil)
        #expect(table.names == (0..<count).map { "name\($0)" })
    }
}
