/**
 * The Model Context Protocol between an agent and servers of tools: sessions that remember what
 * came back, so that the tool gate can say where the arguments of a call come from. Read {@link
 * dev.countersign.gateway.mcp.McpFlow} first.
 */
@NullMarked
package dev.countersign.gateway.mcp;

import org.jspecify.annotations.NullMarked;
