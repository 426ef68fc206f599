/**
 * The tool gate around the clients of the MCP Java SDK: {@link
 * dev.countersign.guard.mcp.GuardedClients}.
 */
@NullMarked
package dev.countersign.guard.mcp;

import org.jspecify.annotations.NullMarked;
