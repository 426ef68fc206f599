package dev.countersign.gateway.server;

import dev.countersign.gateway.config.GatewayConfig;
import dev.countersign.gateway.proxy.Router;
import dev.countersign.gateway.upstream.Preparation;

/**
 * What a reload puts in place of what was.
 *
 * @param config as it was read
 * @param router to the upstreams that it names
 * @param preparation makes them ready
 */
record Live(GatewayConfig config, Router router, Preparation preparation) {}
