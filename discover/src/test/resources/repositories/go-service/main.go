package main

import (
	"github.com/anthropics/anthropic-sdk-go"
	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
	client := anthropic.NewClient()
	ask(client, "claude-3-5-haiku-latest")
	r.Run()
}
