package dev.countersign.gateway.grpc;

import dev.countersign.gateway.proxy.Bookkeeping;
import dev.countersign.gateway.proxy.Exchange;
import dev.countersign.gateway.proxy.Refusal;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One call: takes its message within limits, has it worked on, and answers once. Whoever wants to
 * answer first, the work or the watch over time and room, does.
 */
final class IncomingCall extends ServerCall.Listener<byte[]> {
  private final ServerCall<byte[], byte[]> call;
  private final Exchange exchange;
  private final CallMeter meter = CallMeter.current();
  private final Bookkeeping record;
  private final Work work;
  private final AtomicBoolean claimed = new AtomicBoolean();
  private final AtomicBoolean written = new AtomicBoolean();
  private final Future<?> late;
  private byte @Nullable [] message;

  /** What is done when the message is there. */
  interface Work {
    /** Answers the call, or refuses it. */
    void on(byte[] message, IncomingCall call);
  }

  /**
   * Begins to take the message.
   *
   * @param most how long that may take
   */
  IncomingCall(
      ServerCall<byte[], byte[]> call,
      Exchange exchange,
      Bookkeeping record,
      Work work,
      Duration most,
      ScheduledExecutorService timer) {
    this.call = call;
    this.exchange = exchange;
    this.record = record;
    this.work = work;
    this.late = timer.schedule(() -> stop(Refusal.TOO_SLOW), most.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Asks for the message. The library refuses calls that have a second one. */
  IncomingCall begin() {
    meter.whenOver(() -> stop(Refusal.BUSY));
    call.request(1);
    return this;
  }

  /** Refuses it without having asked for the message. */
  IncomingCall refused(Refusal refusal) {
    stop(refusal);
    return this;
  }

  @Override
  public void onMessage(byte[] came) {
    message = came;
  }

  @Override
  public void onHalfClose() {
    late.cancel(false);
    if (!claimed.compareAndSet(false, true)) {
      return;
    }
    if (message == null) {
      refuse(Refusal.malformed("The call has no message."));
      return;
    }
    work.on(message, this);
  }

  @Override
  public void onCancel() {
    late.cancel(false);
    if (claimed.compareAndSet(false, true)) {
      ended();
    }
  }

  /** It ended before its message was there: the library refused it, or the client has gone. */
  private void ended() {
    switch (meter.ended()) {
      case RESOURCE_EXHAUSTED -> noted(Refusal.TOO_LARGE);
      case INTERNAL -> noted(Refusal.malformed("The call is not of gRPC's form."));
      default -> exchange.outcome = "client-gone";
    }
    finish();
  }

  private void noted(Refusal refusal) {
    exchange.outcome = refusal.outcome();
    exchange.status = refusal.status();
  }

  @Override
  public void onComplete() {
    late.cancel(false);
  }

  /** Refuses the call before its message is there. */
  private void stop(Refusal refusal) {
    if (claimed.compareAndSet(false, true)) {
      late.cancel(false);
      refuse(refusal);
    }
  }

  /** What is counted and written down of it. */
  Exchange exchange() {
    return exchange;
  }

  /** Passes an answer on. */
  void answer(Reply reply) {
    if (!meter.takes(reply.message().length)) {
      refuse(Refusal.BUSY);
      return;
    }
    exchange.status = Statuses.http(Status.Code.OK);
    send(() -> {
      call.sendHeaders(MetadataRules.headers(reply.headers(), exchange.id));
      call.sendMessage(reply.message());
      call.close(Status.OK, MetadataRules.trailers(reply.trailers()));
    });
  }

  /** Passes an error of the server on. */
  void pass(NotOk failed) {
    exchange.outcome = "upstream-error";
    exchange.status = Statuses.http(failed.status().getCode());
    Metadata trailers = MetadataRules.headers(failed.trailers(), exchange.id);
    send(() -> call.close(Statuses.passedOn(failed.status()), trailers));
  }

  /** Refuses it. */
  void refuse(Refusal refusal) {
    noted(refusal);
    Metadata trailers = MetadataRules.refusal(refusal, exchange.id);
    send(() -> call.close(Statuses.of(refusal), trailers));
  }

  /** Nobody waits for an answer any more. */
  void gone() {
    exchange.outcome = "client-gone";
    finish();
  }

  private void send(Runnable answer) {
    try {
      answer.run();
    } catch (IllegalStateException ended) {
      exchange.outcome = "client-gone";
    }
    finish();
  }

  private void finish() {
    if (written.compareAndSet(false, true)) {
      record.finish(exchange);
    }
  }
}
