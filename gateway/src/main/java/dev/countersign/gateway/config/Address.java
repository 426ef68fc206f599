package dev.countersign.gateway.config;

/**
 * Where something listens.
 *
 * @param host a name or an address of this machine
 * @param port from 0 to 65535; 0 for any that is free
 */
public record Address(String host, int port) {}
