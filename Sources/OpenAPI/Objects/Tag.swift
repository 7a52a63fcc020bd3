public import Diagnostics
import YAML

/// A group of operations (Tag Object).
public struct Tag: Sendable {
    /// The name that operations refer to.
    public var name: String
    /// A short title (3.2).
    public var summary: String?
    /// CommonMark.
    public var description: String?
    /// Documentation of the group.
    public var externalDocumentation: ExternalDocumentation?
    /// The tag this one is nested under.
    public var parent: String?
    /// What the tag classifies (3.2). For example: `nav`, `audience`.
    public var kind: String?
    /// The location of the object.
    public var place: Place
}

private enum TagKey: String, ObjectKey {
    case name, summary, description, externalDocs, parent, kind

    static let table = KeyTable<TagKey>("a tag", only: [(.v3_2 ... .newest, [.summary, .parent, .kind])])
}

extension Reader {
    /// The tags of a document; of two with one name, the first.
    func tags(_ entry: Mapping.Entry, in parent: Located) -> [Tag] {
        withoutBadParents(distinctTags(entry, in: parent))
    }

    /// A parent must be a tag of the document, and none may be its own (OpenAPI 3.2, Tag Object).
    private func withoutBadParents(_ tags: [Tag]) -> [Tag] {
        let positions = Dictionary(uniqueKeysWithValues: zip(tags.map(\.name), tags.indices))
        var tags = tags
        var followed: Set<Int> = []
        for start in tags.indices {
            var path: Set<Int> = []
            var next: Int? = start
            while let index = next, followed.insert(index).inserted {
                path.insert(index)
                next = tags[index].parent.flatMap { positions[$0] }
                if let parent = tags[index].parent, next.map(path.contains) ?? true {
                    reportBadParent(parent, of: tags[index], isDeclared: next != nil)
                    tags[index].parent = nil
                    next = nil
                }
            }
        }
        return tags
    }

    private func reportBadParent(_ parent: String, of tag: Tag, isDeclared: Bool) {
        report(
            .repaired, .badParent,
            "the parent \(quote(parent)) of the tag \(quote(tag.name)) \(isDeclared ? "is nested under it" : "is not declared"); it is ignored",
            at: tag.place)
    }

    private func distinctTags(_ entry: Mapping.Entry, in parent: Located) -> [Tag] {
        var seen: [String: Place] = [:]
        return mappings(entry, in: parent).compactMap { item in
            guard let tag = tag(item) else { return nil }
            if let first = seen[tag.name] {
                report(
                    .repaired, .duplicate, "the tag \(quote(tag.name)) is declared twice; the first is used",
                    at: tag.place,
                    notes: [.init("first here", at: first)])
                return nil
            }
            seen[tag.name] = tag.place
            return tag
        }
    }

    private func tag(_ located: Located) -> Tag? {
        var tag = Tag(name: "", place: located.place)
        var name: String?
        let isMapping = read(located) { (key: TagKey, entry, located) in
            switch key {
            case .name: name = text(entry)
            case .summary: tag.summary = prose(entry, in: located)
            case .description: tag.description = prose(entry, in: located)
            case .externalDocs: tag.externalDocumentation = externalDocumentation(located.child(entry))
            case .parent: tag.parent = text(entry)
            case .kind: tag.kind = text(entry)
            }
        }
        guard isMapping else { return nil }
        guard let name else {
            reportMissing("name", in: "a tag", at: located.place)
            return nil
        }
        tag.name = name
        return tag
    }
}
