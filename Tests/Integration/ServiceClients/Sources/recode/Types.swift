import Forsta
import RunAI
import ShipEngine
import Togai

/// Which type stands for which schema, by module and the schema's pointer in its document.
let types: [String: [String: any (Codable & SendableMetatype).Type]] = [
    "ShipEngine": [
        "#/components/schemas/redirect": ShipEngine.Redirect.self,
        "#/components/schemas/tokens_get_ephemeral_token_response_body.yaml": ShipEngine.EphemeralToken.self,
        "#/components/schemas/error_response_body": ShipEngine.ErrorResponseBody.self,
        "#/components/schemas/uuid": ShipEngine.Identifier.self,
        "#/components/schemas/error": ShipEngine.Error.self,
        "#/components/schemas/se_id": String.self,
        "#/components/schemas/carrier_code": String.self,
        "#/components/schemas/error_source": ShipEngine.ErrorSource.self,
        "#/components/schemas/error_type": ShipEngine.ErrorType.self,
        "#/components/schemas/error_code": ShipEngine.ErrorCode.self,
    ],
    "Forsta": [
        "#/definitions/EphemeralTokenPostResponse": Forsta.EphemeralTokenPostResponse.self
    ],
    "RunAI": [
        "#/components/schemas/AppTokenRequest": RunAI.AppTokenRequest.self,
        "#/components/schemas/AppTokenResponse": RunAI.AppTokenResponse.self,
        "#/components/schemas/TokenRequest": RunAI.TokenRequest.self,
        "#/components/schemas/TokenResponse": RunAI.TokenResponse.self,
        "#/components/schemas/Error": RunAI.Error.self,
    ],
    "Togai": [
        "#/components/schemas/TokenResponse": Togai.TokenResponse.self,
        "#/components/schemas/ErrorResponse": Togai.ErrorResponse.self,
    ],
]
