package dev.countersign.watch.event;

import java.util.ArrayList;
import java.util.List;

/** Puts an {@link Event} together; what is not set is not known. */
public final class EventBuilder {
  private long time;
  private String id;
  private String system = "";
  private String model = "";
  private String client = "";
  private String source = "";
  private String session = "";
  private String operation = "";
  private String outcome = "served";
  private int status;
  private double millis = Event.UNKNOWN;
  private long bytesIn = Event.UNKNOWN;
  private long bytesOut = Event.UNKNOWN;
  private long tokensIn = Event.UNKNOWN;
  private long tokensOut = Event.UNKNOWN;
  private Rows rows = Rows.NONE;
  private String text = "";
  private List<String> tools = List.of();
  private List<GateNote> gates = List.of();

  EventBuilder(long time, String id) {
    this.time = time;
    this.id = id;
  }

  /** When it came, in milliseconds since 1970. */
  public EventBuilder time(long millisSince1970) {
    this.time = millisSince1970;
    return this;
  }

  /** What it is called. */
  public EventBuilder id(String name) {
    this.id = name;
    return this;
  }

  /** The system that the model belongs to. */
  public EventBuilder system(String name) {
    this.system = name;
    return this;
  }

  /** The model, or the tool. */
  public EventBuilder model(String name) {
    this.model = name;
    return this;
  }

  /** Who asked. */
  public EventBuilder client(String name) {
    this.client = name;
    return this;
  }

  /** Where its data comes from. */
  public EventBuilder source(String name) {
    this.source = name;
    return this;
  }

  /** The session that it belongs to. */
  public EventBuilder session(String name) {
    this.session = name;
    return this;
  }

  /** What was asked for, for example {@code infer}. */
  public EventBuilder operation(String word) {
    this.operation = word;
    return this;
  }

  /** What became of it. */
  public EventBuilder outcome(String word) {
    this.outcome = word;
    return this;
  }

  /** Of HTTP. */
  public EventBuilder status(int code) {
    this.status = code;
    return this;
  }

  /** How long it took, in milliseconds. */
  public EventBuilder millis(double duration) {
    this.millis = duration;
    return this;
  }

  /** How long the request was, in bytes. */
  public EventBuilder bytesIn(long bytes) {
    this.bytesIn = bytes;
    return this;
  }

  /** How long the answer was, in bytes. */
  public EventBuilder bytesOut(long bytes) {
    this.bytesOut = bytes;
    return this;
  }

  /** Tokens of the request. */
  public EventBuilder tokensIn(long tokens) {
    this.tokensIn = tokens;
    return this;
  }

  /** Tokens of the answer. */
  public EventBuilder tokensOut(long tokens) {
    this.tokensOut = tokens;
    return this;
  }

  /** What a predictive model was asked and said. */
  public EventBuilder rows(Rows asked) {
    this.rows = asked;
    return this;
  }

  /** What a language model was asked. */
  public EventBuilder text(String asked) {
    this.text = asked;
    return this;
  }

  /** Tools that the model called. */
  public EventBuilder tools(List<String> names) {
    this.tools = names;
    return this;
  }

  /** All that gates said. */
  public EventBuilder gates(List<GateNote> notes) {
    this.gates = notes;
    return this;
  }

  /** One more thing that a gate said. */
  public EventBuilder gate(GateNote note) {
    List<GateNote> more = new ArrayList<>(gates);
    more.add(note);
    this.gates = more;
    return this;
  }

  /** The event. */
  public Event build() {
    return new Event(
        time, id, system, model, client, source, session, operation, outcome, status, millis,
        bytesIn, bytesOut, tokensIn, tokensOut, rows, text, tools, gates);
  }
}
