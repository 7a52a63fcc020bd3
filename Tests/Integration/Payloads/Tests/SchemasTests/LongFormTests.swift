import Cases
import SchemasRuntime
import Testing

/// What is spelled in a long form is the same as in the short one; payloads of long unions are rows of PayloadTests.
@Suite struct LongFormTests {
    typealias Size = UnionsBestFitLong.Size

    @Test func knownValuesAreThoseOfTheDocumentInItsOrder() {
        #expect(Size.knownValues.map(\.rawValue) == (0..<120).map { "size-\($0)" })
        #expect(Set(Size.knownValues).count == 120)
        #expect(Size.size119.isKnown && !Size(rawValue: "size-120").isKnown)
    }

    @Test func branchesThatDifferAreUnequal() throws {
        typealias Value = UnionsDiscriminatorSharedTargetLong.Value
        let values = try ["cat", "d", "Further0", "Further59", "other"].map { kind in
            let payload: JSONValue = ["kind": .string(kind), "Further0": "x", "Further59": "x"]
            return try payload.decode(as: Value.self)
        }
        #expect(Set(values).count == 5)
        guard case .further59(let last) = values[3] else {
            Issue.record("\(values[3])")
            return
        }
        #expect(last.further59 == "x")
    }
}
