package dev.countersign.guard.springai;

import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;
import reactor.core.publisher.Flux;

/** Tells the gate what a request holds where it stands in the chain, and changes no answer. */
abstract class TellingAdvisor implements CallAdvisor, StreamAdvisor {
  private final String name;
  private final int order;

  TellingAdvisor(String name, int order) {
    this.name = name;
    this.order = order;
  }

  /** The request to go on with. */
  abstract ChatClientRequest told(ChatClientRequest request);

  @Override
  public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
    return chain.nextCall(told(request));
  }

  @Override
  public Flux<ChatClientResponse> adviseStream(
      ChatClientRequest request, StreamAdvisorChain chain) {
    return chain.nextStream(told(request));
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public int getOrder() {
    return order;
  }
}
