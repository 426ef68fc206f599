package dev.countersign.gateway.grpc;

import dev.countersign.gateway.proxy.Exchange;
import dev.countersign.gateway.proxy.Router;
import io.grpc.Metadata;

/**
 * What a client asked.
 *
 * @param metadata that came with it
 * @param message that it sent
 * @param exchange what is noted of it
 * @param router as it was when the message was there
 */
@SuppressWarnings("ArrayRecordComponent") // made for one call
record Asked(Metadata metadata, byte[] message, Exchange exchange, Router router) {}
