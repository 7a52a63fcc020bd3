import Foundation
import Testing

@testable import ClientRuntime

/// Two values are compared and hashed as Swift does by itself.
@Suite struct ComparisonTests {
    private func expect<Value: Hashable>(
        _ values: [Value], _ compare: (inout FieldComparison, Value, Value) -> Void,
        _ hash: (Value, inout Hasher) -> Void
    ) {
        for left in values {
            for right in values {
                var comparison = FieldComparison()
                compare(&comparison, left, right)
                #expect(comparison.isEqual == (left == right), "\(left) and \(right)")
                var (own, standard) = (Hasher(), Hasher())
                hash(left, &own)
                standard.combine(left)
                #expect(own.finalize() == standard.finalize())
            }
        }
    }

    @Test func commonKinds() {
        let now = DateTime(Date(timeIntervalSince1970: 1_700_000_000))
        let later = DateTime(Date(timeIntervalSince1970: 1_800_000_000))
        expect(["", "a", "b"], { $0.string($1, $2) }, { FieldHasher.string($0, into: &$1) })
        expect([true, false], { $0.bool($1, $2) }, { FieldHasher.bool($0, into: &$1) })
        expect([0, 1, -1], { $0.int($1, $2) }, { FieldHasher.int($0, into: &$1) })
        expect([0, 0.5, -2], { $0.double($1, $2) }, { FieldHasher.double($0, into: &$1) })
        expect([now, later], { $0.dateTime($1, $2) }, { FieldHasher.dateTime($0, into: &$1) })
        expect([nil, "", "a"], { $0.optionalString($1, $2) }, { FieldHasher.optionalString($0, into: &$1) })
        expect([nil, true, false], { $0.optionalBool($1, $2) }, { FieldHasher.optionalBool($0, into: &$1) })
        expect([nil, 0, 1], { $0.optionalInt($1, $2) }, { FieldHasher.optionalInt($0, into: &$1) })
        expect([nil, 0, 0.5], { $0.optionalDouble($1, $2) }, { FieldHasher.optionalDouble($0, into: &$1) })
        expect([nil, now, later], { $0.optionalDateTime($1, $2) }, { FieldHasher.optionalDateTime($0, into: &$1) })
    }

    @Test func anyType() {
        let url = URL(string: "https://example.com")
        expect([[], [1], [1, 2]], { $0.array($1, $2) }, { FieldHasher.array($0, into: &$1) })
        expect([[:], ["a": 1], ["a": 2]], { $0.dictionary($1, $2) }, { FieldHasher.dictionary($0, into: &$1) })
        expect([url, nil], { $0.value($1, $2) }, { FieldHasher.value($0, into: &$1) })
        expect([nil, [], [1]], { $0.optionalArray($1, $2) }, { FieldHasher.optionalArray($0, into: &$1) })
        expect(
            [nil, [:], ["a": 1]], { $0.optionalDictionary($1, $2) }, { FieldHasher.optionalDictionary($0, into: &$1) })
        expect([nil, url], { $0.optional($1, $2) }, { FieldHasher.optional($0, into: &$1) })
    }

    @Test func onePairThatDiffersIsEnough() {
        var comparison = FieldComparison()
        comparison.string("a", "b")
        comparison.int(1, 1)
        #expect(!comparison.isEqual)
    }

    /// A copy of a connection is changed alone.
    @Test func connectionsAreValues() throws {
        let first = Bare(transport: StubTransport(.status(204)))
        var second = first
        second.connection.options.timeout = .seconds(1)
        second.connection.authenticate(
            SecurityScheme("key", .apiKey(in: .header, name: "X-Key"), environment: "NO_SUCH_KEY"), with: "secret")
        #expect(first.connection.options.timeout != .seconds(1))
        #expect(first.connection.credentials.isEmpty)
        #expect(first.connection.schemes.isEmpty)
        #expect(second.connection.credentials.count == 1)
    }
}
