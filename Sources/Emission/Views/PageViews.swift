import ClientModel

extension ViewType {
    static let readmePage: ViewType = ViewType(
        name: "readmePage", summary: "The package's index of clients.",
        keys: [
            .slot("packageName", "The package's name."),
            .slot("runtimeName", "The runtime's module."),
            .views("clients", "The clients.", .readmeClient),
        ])

    static let readmeClient: ViewType = ViewType(
        name: "readmeClient", summary: "One client in the index.",
        keys: [
            .slot("module", "The module."),
            .slot("title", "The service's title."),
            .slot("version", "The document's version."),
            .slot("page", "The path of its page."),
        ])

    static let servicePage: ViewType = ViewType(
        name: "servicePage", summary: "What a service's client offers.",
        keys: [
            .slot("module", "The module."), .slot("title", "The service's title."),
            .slot("version", "The document's version."), .slot("description", "The service's description."),
            .views("links", "Terms, contact, licence and further documentation.", .pageRow),
            .views("servers", "The base URLs.", .pageRow),
            .views("schemes", "The security schemes.", .pageRow),
            .views("groups", "The tags.", .pageGroupRow),
            .flag("hasWebhooks", "Set if the service sends requests."),
            .views("webhooks", "The requests the service sends.", .pageRow),
            .flag("hasHeaders", "Whether response headers are documented."),
            .views("headers", "The documented headers.", .pageRow),
            .views("types", "The types and the schemas they come from.", .pageRow),
            .slot("example", "An example that creates a client."),
        ])

    static let pageRow: ViewType = ViewType(
        name: "pageRow", summary: "A row of a table.", keys: [.slot("row", "The row's cells.")])

    static let pageGroupRow: ViewType = ViewType(
        name: "pageGroupRow", summary: "A tag with its operations.",
        keys: [
            .slot("property", "The property the operations are reached by."), .slot("page", "The tag's page."),
            .slot("name", "The group's type."), .slot("description", "The tag's description."),
            .views("operations", "The rows of the table of methods.", .pageRow),
        ])

    static let groupPage: ViewType = ViewType(
        name: "groupPage", summary: "The operations of one tag.",
        keys: [
            .slot("module", "The module."), .slot("name", "The group's type."),
            .slot("property", "The property the operations are reached by."),
            .slot("description", "The tag's description."),
            .views("servers", "The base URLs.", .pageRow),
            .views("rows", "The rows of the table of methods.", .pageRow),
            .views("operations", "The operations.", .pageOperation),
        ])

    static let pageOperation: ViewType = ViewType(
        name: "pageOperation", summary: "One operation on its tag's page.",
        keys: [
            .slot("name", "The method."),
            .slot("signature", "The method's declaration."), .flag("isDeprecated", "Set if it is deprecated."),
            .slot("requestLine", "Method and path."), .slot("summary", "The summary."),
            .slot("description", "The description."), .slot("link", "Further documentation."),
            .slot("example", "A Swift example."),
            .flag("hasParameters", "Set if the operation has parameters or a body."),
            .views("parameters", "The rows of the table of parameters.", .pageRow),
            .slot("returns", "The type of a success."), .slot("throws", "The type of a documented failure."),
            .views("authorization", "The alternatives.", .pageRow),
            .slot("contentType", "The media type of the request body."),
            .slot("accept", "The accepted media types of responses."),
            .views("responses", "The rows of the table of responses.", .pageRow),
        ])
}
