import Diagnostics

extension Problems {
    /// The findings by place, each once; those without a place last.
    func inDocumentOrder() -> Problems {
        let places = diagnostics.map { diagnostic in
            (diagnostic.place?.file ?? .max, diagnostic.place?.start ?? .max, diagnostic.place?.end ?? .max)
        }
        let order = diagnostics.indices.sorted { left, right in
            places[left] == places[right] ? left < right : places[left] < places[right]
        }
        var seen: Set<Diagnostic> = []
        var sorted = Problems()
        for index in order where seen.insert(diagnostics[index]).inserted { sorted.add(diagnostics[index]) }
        return sorted
    }
}
