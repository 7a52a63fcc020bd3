@_spi(Naming) import ClientModel
import Testing

@testable import Lowering

/// The first name of an operation's method: without its group, and a verb where the `operationId` only spells method and path.
@Suite struct MethodNameTests {
    private func name(
        _ method: String, _ path: String, _ id: String?, group: String, methods: Set<String>? = nil
    ) -> String {
        let name = MethodName(
            operationID: id, path: ResourcePath(path).dropping(ResourcePath("/v1")),
            template: PathTemplate(parsing: path),
            method: method, methods: methods ?? [method], groups: [Words(group)])
        return name.candidates.first.map { Role.method.name($0) } ?? ""
    }

    static let ids: [(id: String, group: String, method: String, path: String, name: String)] = [
        ("createTask", "Tasks", "POST", "/v1/tasks", "create"),
        ("addonsList", "Add-ons", "GET", "/v1/addons", "list"),
        ("vpcnatgateways_list", "VPC NAT Gateways", "GET", "/v1/vpc", "list"),
        ("ContainerInspect", "Container", "GET", "/containers/{id}/json", "inspect"),
        ("grantToken", "Tokens", "POST", "/api/token", "grant"),
        ("createTaskComment", "Tasks", "POST", "/tasks/{id}/comments", "createComment"),
        ("listAllTasks", "Tasks", "GET", "/everything", "listAll"),
        ("listSiteDeploys", "deploy", "GET", "/sites/{site_id}/deploys", "list"),
        ("createSiteDatabaseBranch", "database", "POST", "/sites/{site_id}/database/branches", "createBranch"),
        ("addItemsToPlaylist", "Playlists", "POST", "/playlists/{id}/items", "addItems"),
        ("getPetById", "pet", "GET", "/pet/{petId}", "get"),
        ("findPetsByStatus", "pet", "GET", "/pet/findByStatus", "findByStatus"),
        ("bulk_us_verifications", "US Verifications", "POST", "/bulk/us_verifications", "bulk"),
        ("tag_shipment", "shipments", "POST", "/shipments/{id}/tags/{name}", "tag"),
        ("get-an-album", "Albums", "GET", "/albums/{id}", "get"),
        ("list_pods_api_pods_get", "pods", "GET", "/api/pods", "list"),
        ("list-organization-alerts", "Alerts", "GET", "/organization/alerts", "list"),
        ("get_security_setting_by_key", "Settings", "GET", "/security/settings/{key}", "get"),
        ("createEventSchema", "Event Schemas", "POST", "/event_schema", "create"),
        ("create_workload_v2", "Workloads V2", "POST", "/api/v2/workloads", "create"),
        // What remains would say something else.
        ("get-featured-playlists", "Playlists", "GET", "/browse/featured-playlists", "getFeaturedPlaylists"),
        ("listAccountTasks", "Tasks", "GET", "/work", "listAccountTasks"),
        ("remove-albums-user", "Albums", "DELETE", "/me/albums", "removeAlbumsUser"),
        ("app_token", "Tokens", "POST", "/oauth/apptoken", "appToken"),
        ("deleteMenuItem", "Products", "DELETE", "/menu/{menuItemId}", "deleteMenuItem"),
        ("PingHead", "System", "HEAD", "/_ping", "ping"),
    ]

    @Test(arguments: ids.indices) func doesNotRepeatItsGroup(_ index: Int) {
        let one = Self.ids[index]
        #expect(name(one.method, one.path, one.id, group: one.group) == one.name)
    }

    static let spelled: [(id: String?, method: String, path: String, name: String)] = [
        ("GetCustomers", "GET", "/v1/customers", "list"),
        ("PostCustomers", "POST", "/v1/customers", "create"),
        ("GetCustomersCustomer", "GET", "/v1/customers/{customer}", "get"),
        ("PostCustomersCustomer", "POST", "/v1/customers/{customer}", "update"),
        ("PutCustomersCustomer", "PUT", "/v1/customers/{customer}", "replace"),
        ("PatchCustomersCustomer", "PATCH", "/v1/customers/{customer}", "update"),
        ("DeleteCustomersCustomer", "DELETE", "/v1/customers/{customer}", "delete"),
        ("DeleteCustomers", "DELETE", "/v1/customers", "deleteAll"),
        ("GetCustomersCustomerSources", "GET", "/v1/customers/{customer}/sources", "sources"),
        ("PostCustomersCustomerSources", "POST", "/v1/customers/{customer}/sources", "createSource"),
        ("GetCustomersCustomerSourcesId", "GET", "/v1/customers/{customer}/sources/{id}", "source"),
        ("DeleteCustomersCustomerSourcesId", "DELETE", "/v1/customers/{customer}/sources/{id}", "deleteSource"),
        (
            "PostCustomersCustomerSourcesIdVerify", "POST", "/v1/customers/{customer}/sources/{id}/verify",
            "verifySource"
        ),
        ("PostCustomersCustomerClose", "POST", "/v1/customers/{customer}/close", "close"),
        (nil, "POST", "/v1/customers/{customer}:freeze", "freeze"),
        (nil, "GET", "/v1/customers", "list"),
        (nil, "POST", "/v1/customers/{customer}/anything", "anything"),
    ]

    @Test(arguments: spelled.indices) func isAVerbWhereTheIDSpellsThePath(_ index: Int) {
        let one = Self.spelled[index]
        #expect(name(one.method, one.path, one.id, group: "customers") == one.name)
    }

    @Test func aPathThatCanBeReadIsCreatedByPost() {
        let path = "/v1/customers/{id}/avatar"
        #expect(name("POST", path, nil, group: "customers", methods: ["GET", "POST"]) == "createAvatar")
    }
}
