import Qdrant

/// Stores a vector with its city.
func store(_ vector: [Float], id: UInt64, city: String, _ qdrant: Qdrant) async throws {
    let point = Qdrant.PointStruct(id: .init(id), vector: .numberArray(vector), payload: ["city": .string(city)])
    _ = try await qdrant.points.upsert(collectionName: "places", .list(.init(points: [point])))
}

/// The nearest vectors of one city.
func nearest(to vector: [Float], city: String, _ qdrant: Qdrant) async throws -> [Qdrant.ScoredPoint] {
    let inCity = Qdrant.Filter(
        must: .condition(.fieldCondition(.init(key: "city", match: .value(.init(value: .string(city)))))))
    let found = try await qdrant.search.queryPoints(
        collectionName: "places", query: .vectorInput(.numberArray(vector)), filter: inCity, limit: 10)
    return found.result?.points ?? []
}
