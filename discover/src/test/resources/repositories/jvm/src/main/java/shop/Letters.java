package shop;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.openai.OpenAiChatModel;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Letters {
  private final OpenAiChatModel model = OpenAiChatModel.builder().modelName("gpt-4o").build();

  @Tool("finds a claim")
  String findClaim(String number) {
    return number;
  }

  @PostMapping("/letter")
  String letter(String number) {
    return model.chat(number);
  }
}
