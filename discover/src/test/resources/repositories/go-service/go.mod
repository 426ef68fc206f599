module example.com/triage

require (
	github.com/anthropics/anthropic-sdk-go v1.2.0
	github.com/gin-gonic/gin v1.10.0
)
