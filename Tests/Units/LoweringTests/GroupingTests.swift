@_spi(Naming) import ClientModel
import Diagnostics
import Testing

@testable import Lowering

/// The groups of operations, and the names that methods share.
@Suite struct GroupingTests {
    private func document(_ paths: String...) -> String {
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n" + paths.map { "  \($0)\n" }.joined()
    }

    private func path(_ path: String, id: String? = nil, tag: String? = nil, method: String = "get") -> String {
        let names = path.matches(of: /\{(\w+)\}/).map {
            "{name: \($0.1), in: path, required: true, schema: {type: string}}"
        }
        let idText = id.map { "operationId: \($0), " } ?? ""
        let tagText = tag.map { "tags: ['\($0)'], " } ?? ""
        return
            "\(path): {\(method): {\(idText)\(tagText)parameters: [\(names.joined(separator: ", "))], responses: {'204': {description: d}}}}"
    }

    private func methods(_ text: String, groups: [LoweringOptions.Group] = []) throws -> [String] {
        var options = LoweringOptions(name: Identifier(sanitizing: "Service"))
        options.groups = groups
        return methods(try lowered(text, options).api)
    }

    private func methods(_ api: API) -> [String] {
        api.groups.indices.flatMap { index in
            let path = api.path(ofGroup: index).map(\.text).joined(separator: ".")
            return api.groups[index].operations.map { operation in
                let labels = operation.parameters.map { "\($0.name):" }.joined()
                return "\(path).\(operation.name)(\(labels))"
            }
        }
    }

    @Test func withoutTagsByResource() throws {
        let text = document(
            path("/api/v2/customers"), path("/api/v2/payment_intents/{id}"), path("/api/v2/customers/{id}/sources"))
        #expect(try methods(text) == ["customers.list()", "customers.sources(id:)", "paymentIntents.get(id:)"])
    }

    @Test func whatAllPathsBeginWithNamesNothing() throws {
        let text = document(path("/accounts/{account}/workers"), path("/accounts/{account}/zones/{id}"))
        #expect(try methods(text) == ["workers.list(account:)", "zones.get(account:id:)"])
    }

    @Test func oneTagForEverythingIsNoGroup() throws {
        let text = document(path("/users", id: "getUsers", tag: "Accounting"), path("/invoices", tag: "Accounting"))
        #expect(try methods(text) == ["users.list()", "invoices.list()"])
    }

    @Test func oneTagThatNamesAResourceIsAGroup() throws {
        let text = document(
            path("/oauth/token", id: "grantToken", tag: "Tokens"), path("/refresh", id: "renew", tag: "Tokens"))
        #expect(try methods(text) == ["tokens.grant()", "tokens.renew()"])
    }

    @Test func untaggedOperationsJoinTheTagOfTheirResource() throws {
        let text = document(
            path("/users", id: "listUsers", tag: "Users"), path("/teams", tag: "Teams"), path("/users/{id}"),
            path("/ping"))
        #expect(try methods(text) == ["users.list()", "users.get(id:)", "teams.list()", "ping.ping()"])
    }

    @Test func wordsOfAllTagsGo() throws {
        let text = document(
            path("/a", id: "one", tag: "MessagingV1AlphaSender"), path("/b", id: "two", tag: "MessagingV1ShortCode"),
            path("/c", id: "three", tag: "MessagingV1Service"))
        #expect(try methods(text) == ["alphaSender.one()", "shortCode.two()", "service.three()"])
    }

    @Test func aTagCalledAPI() throws {
        let text = document(path("/a", id: "one", tag: "API"), path("/b", id: "two", tag: "Pets API"))
        let api = try lowered(text).api
        #expect(api.groups.map(\.name.text) == ["api", "pets"])
        #expect(api.groups.map(\.typeName.text) == ["GeneralAPI", "PetsAPI"])
    }

    @Test func methodsWithOtherLabelsShareAName() throws {
        let text = document(
            path("/me/playlists", tag: "Playlists"), path("/users/{user_id}/playlists", tag: "Playlists"),
            path("/other", tag: "x"))
        let api = try lowered(text).api
        #expect(methods(api) == ["playlists.list()", "playlists.list(userID:)", "x.other()"])
        #expect(api.groups[0].operations.map(\.typeName.text) == ["List", "GetUsersByUserIDPlaylists"])
    }

    /// Words that the path says are left out of a name, unless another method would be called the same.
    @Test func wordsOfThePathGoWhereTheyAreNotNeeded() throws {
        let organization = path("/organization/alerts", id: "listOrganizationAlerts", tag: "Alerts")
        let project = path("/projects/{project_id}/alerts", id: "listProjectAlerts", tag: "Alerts")
        let own = path("/alerts", id: "listAlerts", tag: "Alerts")
        #expect(try methods(document(organization, project)) == ["alerts.list()", "alerts.list(projectID:)"])
        #expect(
            try methods(document(organization, project, own)) == [
                "alerts.listOrganizationAlerts()", "alerts.list(projectID:)", "alerts.list()",
            ])
    }

    @Test func methodsWithTheSameLabelsDoNot() throws {
        let text = document(
            path("/users/{id}/playlists", tag: "Playlists"), path("/teams/{id}/playlists", tag: "Playlists"),
            path("/other", tag: "x"))
        #expect(
            try methods(text) == ["playlists.list(id:)", "playlists.getTeamsByIDPlaylists(id:)", "x.other()"])
    }

    @Test func theFirstOfTheSameNounsIsFound() {
        let nouns = [
            "tasks", "alias", "aliases", "status", "addon", "boxes", "box", "policies", "policy", "task", "data",
        ]
        for noun in nouns + ["statuses", "add", "aliase", "databases"] {
            #expect(NounIndex(nouns).first(noun) == nouns.firstIndex { isSameNoun($0, noun) }, "\(noun)")
        }
    }

    // MARK: Growth

    @Test func anotherTagMovesNothing() throws {
        let old = [path("/users", id: "getUsers", tag: "Accounting"), path("/invoices", tag: "Accounting")]
        var options = LoweringOptions(name: Identifier(sanitizing: "Service"))
        options.record = try lowered(document(old[0], old[1])).api.record
        let grown = document(path("/users/{id}/keys", tag: "Keys"), old[0], old[1])
        #expect(
            methods(try lowered(grown, options).api).filter { !$0.contains("keys") } == [
                "users.list()", "invoices.list()",
            ])
        #expect(try methods(grown).contains("accounting.list()") == false)
    }

    @Test func aShorterCommonBeginningMovesNothing() throws {
        let old = [path("/api/users"), path("/api/teams/{id}")]
        var options = LoweringOptions(name: Identifier(sanitizing: "Service"))
        options.record = try lowered(document(old[0], old[1])).api.record
        let grown = document(path("/health"), old[0], old[1])
        #expect(methods(try lowered(grown, options).api) == ["health.get()", "users.list()", "teams.get(id:)"])
    }

    @Test func anOverloadTakesNoNameOfAType() throws {
        let body =
            "responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}}"
        func answering(_ text: String) -> String { text.replacing("responses: {'204': {description: d}}", with: body) }
        let old = [answering(path("/me/playlists", tag: "Playlists")), path("/other", tag: "x")]
        var options = LoweringOptions(name: Identifier(sanitizing: "Service"))
        let before = try lowered(document(old[0], old[1]))
        options.record = before.api.record
        let added = answering(path("/users/{user_id}/playlists", tag: "Playlists"))
        let after = try lowered(document(added, old[0], old[1]), options)
        #expect(before.typeNames == ["PlaylistsAPI.ListResponse"])
        #expect(after.typeNames.contains("PlaylistsAPI.ListResponse"))
        let own = after.api.groups[0].operations.first { $0.path.text == "/me/playlists" }
        guard case .single(let content) = own?.output else { throw Mismatch("no response") }
        #expect(after.api.describe(content.type) == "PlaylistsAPI.ListResponse")
    }

    // MARK: The configuration

    @Test func groupsOfTheConfiguration() throws {
        let text = document(
            path("/chat/completions", id: "createChatCompletion", tag: "Chat", method: "post"),
            path("/chat/completions/{id}", id: "getChatCompletion", tag: "Chat"), path("/files", tag: "Files"),
            path("/uploads", id: "createUpload", tag: "Uploads", method: "post"))
        func group(_ path: String, tags: [String] = [], paths: [String] = [], operations: [String] = [])
            -> LoweringOptions.Group
        {
            LoweringOptions.Group(
                path: path.split(separator: ".").map { Identifier(sanitizing: String($0)) },
                tags: tags.map { .init($0) },
                paths: paths.map { .init($0) }, operations: operations.map { .init($0) })
        }
        let groups = [
            group("chat.completions", paths: ["/chat/completions"]),
            group("storage", tags: ["Files"], operations: ["createUpload"]),
        ]
        #expect(
            try methods(text, groups: groups) == [
                "chat.completions.create()", "chat.completions.get(id:)", "storage.files()", "storage.createUpload()",
            ])
        var options = LoweringOptions(name: Identifier(sanitizing: "Service"))
        options.groups = groups
        let api = try lowered(text, options).api
        #expect(api.groups.map(\.typeName.text) == ["ChatCompletionsAPI", "StorageAPI", "ChatAPI"])
        #expect(api.groups.map(\.parent) == [2, nil, nil])
    }

    @Test func groupsOfNothingAreErrors() throws {
        var options = LoweringOptions(name: Identifier(sanitizing: "Service"))
        options.groups = [
            .init(
                path: [Identifier(sanitizing: "connection")], tags: [.init("pest")], paths: [.init("/pet")],
                operations: [.init("x")])
        ]
        let result = try lowered(document(path("/pets", tag: "pets")), options)
        #expect(
            result.problems.diagnostics.filter { $0.severity == .error }.map(\.message) == [
                "the document has no tag 'pest'", "the document has no operation 'x'",
                "the document has no path '/pet'",
                "'connection' is used by generated code and can't name a group",
            ])
    }
}
