"""Hugging Face folders: configurations, tokenisers, templates, and the code they can bring."""

import json

from . import templates
from .tensors import TWO, safetensors

PICKLE = b"\x80\x02cposix\nsystem\n(Vecho countersign-marker\ntR."
CODE = b"import torch\nfrom transformers import PreTrainedModel\n\n\nclass NetModel(PreTrainedModel):\n    def forward(self, x):\n        return x\n"
BAD_CODE = b"import os\n\nos.system('echo countersign-marker')\n" + CODE
MODELS = {
    "bert": (
        "BertForMaskedLM",
        {"hidden_size": 768, "num_attention_heads": 12, "vocab_size": 30522, "hidden_act": "gelu", "layer_norm_eps": 1e-12},
    ),
    "gpt2": (
        "GPT2LMHeadModel",
        {
            "n_embd": 768,
            "n_head": 12,
            "n_layer": 12,
            "activation_function": "gelu_new",
            "task_specific_params": {"text-generation": {"do_sample": True, "max_length": 50}},
        },
    ),
    "llama": (
        "LlamaForCausalLM",
        {"hidden_size": 4096, "rms_norm_eps": 1e-5, "rope_scaling": {"rope_type": "llama3", "factor": 8.0}, "tie_word_embeddings": False},
    ),
    "mistral": ("MistralForCausalLM", {"sliding_window": 4096, "num_key_value_heads": 8}),
    "qwen2": ("Qwen2ForCausalLM", {"use_sliding_window": False, "max_window_layers": 28}),
    "t5": ("T5ForConditionalGeneration", {"d_model": 512, "relative_attention_num_buckets": 32, "is_encoder_decoder": True}),
    "whisper": ("WhisperForConditionalGeneration", {"num_mel_bins": 80, "suppress_tokens": [1, 2, 7], "forced_decoder_ids": [[1, 50259]]}),
    "vit": ("ViTForImageClassification", {"image_size": 224, "id2label": {str(i): f"class {i}" for i in range(1000)}}),
    "clip": ("CLIPModel", {"text_config": {"hidden_size": 512}, "vision_config": {"hidden_size": 768}}),
    "distilbert": ("DistilBertForSequenceClassification", {"id2label": {"0": "NEGATIVE", "1": "POSITIVE"}}),
    "roberta": ("RobertaForSequenceClassification", {"problem_type": "single_label_classification"}),
    "gemma2": ("Gemma2ForCausalLM", {"attn_logit_softcapping": 50.0, "query_pre_attn_scalar": 256}),
    "phi3": ("Phi3ForCausalLM", {"rope_scaling": None, "embd_pdrop": 0.0}),
    "wav2vec2": ("Wav2Vec2ForCTC", {"conv_dim": [512] * 7, "mask_time_prob": 0.05}),
    "deberta-v2": ("DebertaV2Model", {"pos_att_type": ["p2c", "c2p"]}),
    "mixtral": ("MixtralForCausalLM", {"num_local_experts": 8, "num_experts_per_tok": 2}),
    "quantised": ("LlamaForCausalLM", {"quantization_config": {"quant_method": "gptq", "bits": 4, "group_size": 128}}),
    "bitsandbytes": (
        "LlamaForCausalLM",
        {"quantization_config": {"load_in_4bit": True, "bnb_4bit_compute_dtype": "bfloat16", "quant_method": "bitsandbytes"}},
    ),
}


def dumped(value):
    return json.dumps(value, indent=2).encode()


def folder(kind="bert", config=None, tokeniser=None, **files):
    architecture, more = MODELS[kind]
    settings = {
        "architectures": [architecture],
        "model_type": kind if kind in MODELS else "llama",
        "torch_dtype": "float32",
        "transformers_version": "4.44.0",
        **more,
        **(config or {}),
    }
    words = {
        "version": "1.0",
        "truncation": None,
        "added_tokens": [{"id": 0, "content": "<unk>", "special": True}],
        "model": {"type": "BPE", "vocab": {f"t{i}": i for i in range(2000)}, "merges": [f"t{i} t{i + 1}" for i in range(500)]},
        "pre_tokenizer": {"type": "Split", "pattern": {"Regex": "(?i:'s|'t|'re)|\\p{L}+"}},
    }
    listed = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": 512,
        "bos_token": "<s>",
        "eos_token": "</s>",
        "chat_template": templates.CHATML,
        **(tokeniser or {}),
    }
    return {
        "config.json": dumped(settings),
        "tokenizer.json": dumped(words),
        "tokenizer_config.json": dumped(listed),
        "generation_config.json": dumped({"max_length": 50, "transformers_version": "4.44.0"}),
        "special_tokens_map.json": dumped({"bos_token": "<s>"}),
        "model.safetensors": safetensors(TWO),
        "README.md": b"---\nlicense: apache-2.0\n---\n# Demo\n\n```python\nfrom transformers import AutoModel\nmodel = AutoModel.from_pretrained('a/b', trust_remote_code=True)\n```\n",
        ".gitattributes": b"*.safetensors filter=lfs\n",
        **files,
    }


def write(corpus, random):
    _code(corpus)
    _templates(corpus)
    _weights(corpus)
    _harmless(corpus)


def _code(corpus):
    mapped = {"auto_map": {"AutoConfig": "configuration_net.NetConfig", "AutoModel": "modeling_net.NetModel"}}
    remote = {"auto_map": {"AutoModel": "someone/other-repo--modeling_net.NetModel"}}
    loose = "malicious|suspicious"
    add = lambda name, files, label, expected=loose: corpus.add_folder("hf-code", name, files, label, "huggingface", expected)
    add(
        "auto-map",
        folder(config=mapped, **{"modeling_net.py": CODE, "configuration_net.py": b"from transformers import PretrainedConfig\n"}),
        "latent",
    )
    add("auto-map-harm", folder(config=mapped, **{"modeling_net.py": BAD_CODE}), "malicious")
    add("auto-map-remote", folder(config=remote), "latent")
    add("auto-map-missing", folder(config=mapped), "latent")
    add(
        "tokeniser-map",
        folder(tokeniser={"auto_map": {"AutoTokenizer": ["tokenization_net.NetTokenizer", None]}}, **{"tokenization_net.py": BAD_CODE}),
        "malicious",
    )
    add(
        "processor-map",
        folder(**{"preprocessor_config.json": dumped({"auto_map": {"AutoProcessor": "processing_net.P"}}), "processing_net.py": BAD_CODE}),
        "malicious",
    )
    add(
        "custom-pipeline",
        folder(config={"custom_pipelines": {"x": {"impl": "pipeline_x.P", "pt": ["AutoModel"]}}}, **{"pipeline_x.py": BAD_CODE}),
        "malicious",
    )
    add("custom-generate", folder(**{"custom_generate/generate.py": BAD_CODE}), "malicious")
    add("generation-map", folder(**{"generation_config.json": dumped({"custom_generate": "someone/repo"})}), "latent", loose + "|clean")
    add("import-time", folder(**{"__init__.py": b"__import__('os').system('echo countersign-marker')\n"}), "malicious")
    add("setup", folder(**{"setup.py": b"import subprocess\nsubprocess.run(['echo', 'countersign-marker'])\n"}), "malicious")
    add(
        "sentence-transformers",
        folder(
            **{"modules.json": dumped([{"idx": 0, "name": "0", "path": "", "type": "custom_st.Transformer"}]), "custom_st.py": BAD_CODE}
        ),
        "malicious",
    )
    add("sentence-module-os", folder(**{"modules.json": dumped([{"idx": 0, "name": "0", "path": "", "type": "os.system"}])}), "malicious")
    add(
        "diffusers",
        {
            "model_index.json": dumped(
                {"_class_name": ["pipeline", "MyPipeline"], "_diffusers_version": "0.30.0", "unet": ["unet_module", "Net"]}
            ),
            "pipeline.py": BAD_CODE,
        },
        "malicious",
    )
    add(
        "adapter-map",
        {
            "adapter_config.json": dumped(
                {
                    "peft_type": "LORA",
                    "auto_mapping": {"base_model_class": "NetModel", "parent_library": "modeling_net"},
                    "base_model_name_or_path": "a/b",
                }
            ),
            "modeling_net.py": BAD_CODE,
            "adapter_model.safetensors": safetensors(TWO),
        },
        "malicious",
    )
    add(
        "notebook",
        folder(
            **{
                "demo.ipynb": dumped(
                    {
                        "cells": [
                            {
                                "cell_type": "code",
                                "source": ["!echo countersign-marker\n", "import os; os.system('echo countersign-marker')"],
                                "outputs": [],
                                "metadata": {},
                                "execution_count": None,
                            }
                        ],
                        "metadata": {},
                        "nbformat": 4,
                        "nbformat_minor": 5,
                    }
                )
            }
        ),
        "latent",
        loose + "|clean",
    )
    add("requirements", folder(**{"requirements.txt": b"--index-url http://127.0.0.1:9/simple\nevil\n"}), "latent", loose + "|clean")
    add(
        "index-traversal",
        folder(
            **{
                "model.safetensors.index.json": dumped(
                    {"metadata": {"total_size": 64}, "weight_map": {"a": "../../../../etc/passwd", "b": "model.safetensors"}}
                )
            }
        ),
        "malicious",
        loose,
    )


def _templates(corpus):
    for name, template in templates.BAD.items():
        corpus.add(
            "hf-template",
            f"{name}/tokenizer_config.json",
            dumped({"tokenizer_class": "LlamaTokenizer", "chat_template": template}),
            "malicious",
            "huggingface",
        )
    for name in ("cycler-globals", "attr-concat", "hidden-in-chat", "lipsum-globals"):
        corpus.add_folder(
            "hf-template-folder", name, folder(**{"chat_template.jinja": templates.BAD[name].encode()}), "malicious", "huggingface"
        )
        corpus.add_folder(
            "hf-template-folder",
            f"{name}-json",
            folder(**{"chat_template.json": dumped({"chat_template": templates.BAD[name]})}),
            "malicious",
            "huggingface",
        )
        corpus.add_folder(
            "hf-template-folder",
            f"{name}-list",
            folder(
                tokeniser={
                    "chat_template": [
                        {"name": "default", "template": templates.CHATML},
                        {"name": "tool_use", "template": templates.BAD[name]},
                    ]
                }
            ),
            "malicious",
            "huggingface",
        )
        corpus.add_folder(
            "hf-template-folder",
            f"{name}-extra",
            folder(**{"additional_chat_templates/rag.jinja": templates.BAD[name].encode()}),
            "malicious",
            "huggingface",
        )
    for name, template in templates.GOOD.items():
        corpus.add_folder("harmless-hf-template", name, folder("llama", tokeniser={"chat_template": template}), "benign", "huggingface")
        corpus.add_folder(
            "harmless-hf-template", f"{name}-file", folder("llama", **{"chat_template.jinja": template.encode()}), "benign", "huggingface"
        )


def _weights(corpus):
    add = lambda name, files: corpus.add_folder("hf-weights", name, files, "malicious", "huggingface")
    add("bin", folder(**{"pytorch_model.bin": PICKLE}))
    add("training-args", folder(**{"training_args.bin": PICKLE}))
    add("optimiser", folder(**{"checkpoint-10/optimizer.pt": PICKLE}))
    add("adapter", {"adapter_config.json": dumped({"peft_type": "LORA"}), "adapter_model.bin": PICKLE})
    add("git-lfs-lookalike", folder(**{"weights.ot": PICKLE}))
    add("subfolder", folder(**{"unet/diffusion_pytorch_model.bin": PICKLE}))
    add("embeddings", folder(**{"learned_embeds.bin": PICKLE}))
    add("flax", folder(**{"flax_model.msgpack": PICKLE}))


def _harmless(corpus):
    for kind in MODELS:
        corpus.add_folder("harmless-hf", kind, folder(kind), "benign", "huggingface")
    index = {
        "metadata": {"total_size": 128},
        "weight_map": {"a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"},
    }
    corpus.add_folder(
        "harmless-hf",
        "shards",
        folder(
            "llama",
            **{
                "model.safetensors.index.json": dumped(index),
                "model-00001-of-00002.safetensors": safetensors(TWO),
                "model-00002-of-00002.safetensors": safetensors(TWO),
            },
        ),
        "benign",
        "huggingface",
    )
    corpus.add_folder(
        "harmless-hf",
        "adapter",
        {
            "adapter_config.json": dumped(
                {
                    "peft_type": "LORA",
                    "r": 8,
                    "lora_alpha": 16,
                    "target_modules": ["q_proj"],
                    "base_model_name_or_path": "a/b",
                    "auto_mapping": None,
                }
            ),
            "adapter_model.safetensors": safetensors(TWO),
        },
        "benign",
        "huggingface",
    )
    corpus.add_folder(
        "harmless-hf",
        "sentence-transformers",
        folder(
            **{
                "modules.json": dumped(
                    [
                        {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
                        {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
                    ]
                ),
                "1_Pooling/config.json": dumped({"word_embedding_dimension": 384, "pooling_mode_mean_tokens": True}),
            }
        ),
        "benign",
        "huggingface",
    )
    corpus.add_folder(
        "harmless-hf",
        "diffusers",
        {
            "model_index.json": dumped(
                {
                    "_class_name": "StableDiffusionPipeline",
                    "_diffusers_version": "0.21.0",
                    "unet": ["diffusers", "UNet2DConditionModel"],
                    "text_encoder": ["transformers", "CLIPTextModel"],
                    "safety_checker": [None, None],
                }
            ),
            "unet/config.json": dumped({"_class_name": "UNet2DConditionModel"}),
            "unet/diffusion_pytorch_model.safetensors": safetensors(TWO),
        },
        "benign",
        "huggingface",
    )
    corpus.add_folder(
        "harmless-hf",
        "words-in-vocabulary",
        folder(
            **{
                "vocab.json": dumped(
                    {
                        w: i
                        for i, w in enumerate(
                            ["import", "os", "system", "eval(", "__class__", "exec", "subprocess", "<script>", "{{", "rm", "-rf"]
                        )
                    }
                ),
                "merges.txt": b"#version: 0.2\no s\ns ystem\n",
                "vocab.txt": b"eval\nexec\n__import__\nos.system\n",
            }
        ),
        "benign",
        "huggingface",
    )
    corpus.add_folder("harmless-hf", "auto-map-builtin", folder("phi3", {"auto_map": {}}), "benign", "huggingface")
    corpus.add_folder(
        "harmless-hf",
        "licences",
        folder(**{"LICENSE": b"Apache License\n" * 50, "USE_POLICY.md": b"Do not execute() harm.\n"}),
        "benign",
        "huggingface",
    )
