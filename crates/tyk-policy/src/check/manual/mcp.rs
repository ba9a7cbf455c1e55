//! The manual of MCP proxies.

use super::{Known, Manual};
use crate::answer::ApiKind;

pub(super) static MCP_FIELD_ON_API: Manual = Manual::new(
    "An MCP proxy lets programs with a language model use tools, and has limits and lists of its own. On any other \
     API Tyk answers 400 \"MCP fields can only be configured on MCP Proxies\" and stores nothing.",
    "policy-model.md 10c and 12.1 R6; tyk gateway/policy.go validateMCPFieldsInAccessRights",
    entry!(
        r#""allowed_urls": [], "limit": null,
      "mcp_access_rights": {"tools": {"allowed": ["search"]}}"#
    ),
    entry!(
        r#""allowed_urls": [], "limit": null,
      "mcp_access_rights": {"tools": {"allowed": []}}"#
    ),
)
.knowing(Known::Api("orders", &[], ApiKind::Oas));

pub(super) static API_FIELD_ON_MCP: Manual = Manual::new(
    "Calls to an MCP proxy all go to one path, so lists of paths and endpoints make no sense there. Tyk answers 400 \
     and stores nothing.",
    "policy-model.md 10c and 12.1 R7; tyk gateway/policy.go validateNonMCPFieldsOnMCPProxy",
    entry!(
        r#""allowed_urls": [{"url": "^/orders$", "methods": ["GET"]}],
      "limit": null"#
    ),
    entry!(r#""allowed_urls": [], "limit": null"#),
)
.knowing(Known::Api("orders", &[], ApiKind::Mcp));

pub(super) static PRIMITIVE_TYPE_UNKNOWN: Manual = Manual::new(
    "What an MCP proxy offers is a tool, a resource or a prompt. Any other word makes Tyk refuse the whole policy \
     with 400 if it knows that the API is an MCP proxy.",
    "policy-model.md 10c and 12.1 R8; tyk user/mcp_access.go Validate",
    entry!(
        r#""allowed_urls": [], "limit": null,
      "mcp_primitives": [
        {"type": "tools", "name": "search", "limit": {"rate": 5, "per": 60}}
      ]"#
    ),
    entry!(
        r#""allowed_urls": [], "limit": null,
      "mcp_primitives": [
        {"type": "tool", "name": "search", "limit": {"rate": 5, "per": 60}}
      ]"#
    ),
);
