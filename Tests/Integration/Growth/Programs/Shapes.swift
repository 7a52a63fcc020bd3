import Shapes
import ShapesRuntime

func area(_ shape: Shapes.Shape) -> Double {
    switch shape {
    case .circle(let circle): circle.radius * circle.radius * 3.14
    case .square(let square): square.side * square.side
    case .unrecognized: 0
    @unknown default: 0
    }
}

func width(_ size: Shapes.Size?) -> Double {
    switch size {
    case .number(let width): width
    case .withWidth(let size): size.width
    case .unrecognized, nil: 0
    @unknown default: 0
    }
}

func draw(_ client: Shapes) async throws -> Double {
    let circle = Shapes.Circle(radius: 1, color: .red)
    let drawn = try await client.shapes.create(.circle(circle), xTrace: "t")
    _ = try await client.shapes.create(.square(.init(side: 2, size: .number(2), note: "n")))
    try await client.shapes.delete(id: "1")
    return try await client.shapes.list(color: .green).map(area).reduce(area(drawn), +)
}

func outcome(_ client: Shapes) async -> String {
    do {
        _ = try await client.shapes.list()
        return ""
    } catch .documented(let problem, _) {
        return problem.reason == .missing ? "missing" : problem.detail ?? problem.reason.rawValue
    } catch {
        return "\(error)"
    }
}

func remove(_ client: Shapes) async -> String {
    do {
        try await client.shapes.delete(id: "1")
        return ""
    } catch .documented(.locked(let body), _) {
        return body.owner
    } catch .documented(.problem(let problem), _) {
        return problem.reason.rawValue
    } catch {
        return "\(error)"
    }
}
