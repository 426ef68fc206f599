package dev.countersign.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.gateway.check.Checks;
import dev.countersign.gateway.config.McpConfig;
import dev.countersign.gateway.config.UpstreamConfig;
import dev.countersign.gateway.upstream.Prepared;
import dev.countersign.guard.tool.Conversation;
import dev.countersign.guard.tool.ToolCall;
import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one client and one server have between them, and what the client's model has seen in it. Of
 * what the model has seen elsewhere nothing is known but how far it is trusted.
 */
final class Session {
  private static final int MOST_OPEN = 32;
  private static final int MOST_ASKED = 32;
  private static final int MOST_TOLD = 2_000;
  private static final String ELSEWHERE = "elsewhere";

  private final String id;
  private final String owner;
  private final UpstreamConfig upstream;
  private final McpConfig config;
  private final Prepared.Ready ready;
  private final Link link;
  private final Optional<Conversation> run;
  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Questions questions;
  private final AtomicLong characters = new AtomicLong();
  private volatile Outbox listener = new Outbox();
  private volatile boolean listening;
  private volatile boolean over;
  private volatile long last = System.nanoTime();

  /**
   * With a server.
   *
   * @param owner the client that may use it
   * @param ready the gates; they stay for as long as it lives
   * @param questions to the client's user
   */
  Session(
      String id,
      String owner,
      UpstreamConfig upstream,
      Prepared.Ready ready,
      Link link,
      Questions questions) {
    this.id = id;
    this.owner = owner;
    this.upstream = upstream;
    this.config = upstream.mcp().orElseThrow();
    this.ready = ready;
    this.link = link;
    this.questions = questions;
    this.run = ready.gates().tools().map(Checks.Tools::gate).map(gate -> gate.start());
    // Whatever the model has seen before: values that are found nowhere count as this.
    see(config.elsewhere(), "");
  }

  String id() {
    return id;
  }

  /** What was said of the server when it began. */
  UpstreamConfig upstream() {
    return upstream;
  }

  McpConfig config() {
    return config;
  }

  Prepared.Ready ready() {
    return ready;
  }

  Link link() {
    return link;
  }

  Questions questions() {
    return questions;
  }

  /** What the tool gate knows of it; empty without a tool gate. */
  Optional<Conversation> run() {
    return run;
  }

  boolean isOf(String client) {
    return owner.equals(client);
  }

  /** The model has seen a text that is no result of a tool. Each text counts once. */
  void content(String text) {
    if (!text.isBlank() && isNew(text)) {
      see(config.elsewhere(), text);
    }
  }

  /** The model has seen a text that a person has looked at for it. Each text counts once. */
  void reviewed(String text) {
    if (!text.isBlank() && isNew(text)) {
      characters.addAndGet(text.length());
      run.ifPresent(seen -> seen.system(text));
    }
  }

  private void see(Trust trust, String text) {
    characters.addAndGet(text.length());
    run.ifPresent(seen -> seen.content(ELSEWHERE, trust, Sensitivity.PUBLIC, text));
  }

  /** The user has said something. Each text counts once. */
  void user(String text) {
    if (!text.isBlank() && isNew(text)) {
      characters.addAndGet(text.length());
      run.ifPresent(seen -> seen.user(text));
    }
  }

  /** A tool has returned a text. */
  void result(ToolCall call, String text) {
    characters.addAndGet(text.length());
    run.ifPresent(seen -> seen.result(call, text));
  }

  private boolean isNew(String text) {
    return told.size() >= MOST_TOLD || told.add(HashAlgorithm.SHA256.hex(text.getBytes(UTF_8)));
  }

  /** How many characters it remembers. */
  long characters() {
    return run.isPresent() ? characters.get() : 0;
  }

  /** Takes a request of the client; whether there is room, and no other one of this id is open. */
  boolean opens(String request) {
    touch();
    return open.size() < MOST_OPEN && open.add(request);
  }

  void closes(String request) {
    touch();
    open.remove(request);
  }

  /** Takes a request of the server; whether there is room, and no other one of this id is open. */
  boolean asks(String request) {
    return asked.size() < MOST_ASKED && asked.add(request);
  }

  /** Whether the server has asked this, and has had no answer yet. */
  boolean answers(String request) {
    touch();
    return asked.remove(request);
  }

  /** Where messages go that belong to no request. A new stream takes the place of the last one. */
  synchronized Outbox listen() {
    listener.end();
    listener = new Outbox();
    listening = true;
    return listener;
  }

  /** A stream is not read any more. */
  synchronized void deaf(Outbox stream) {
    touch();
    stream.end();
    if (listener == stream) {
      listening = false;
    }
  }

  Outbox listener() {
    return listener;
  }

  void touch() {
    last = System.nanoTime();
  }

  /** Whether nobody has used it for too long. */
  boolean isIdle() {
    return open.isEmpty() && !listening && System.nanoTime() - last > config.idle().toNanos();
  }

  /** Whether it takes no more messages. */
  boolean isOver() {
    return over || link.isOver();
  }

  /** Ends it on both sides. */
  void end() {
    over = true;
    listener.end();
    questions.end();
    link.close();
  }
}
