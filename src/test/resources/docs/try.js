SwaggerUIBundle({
  url: '../openapi.json',
  dom_id: '#operations',
  docExpansion: 'none',
  filter: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    const token = document.getElementById('token').value.trim()
    if (token && request.url.includes('/api/v1/')) request.headers.Authorization = 'Bearer ' + token
    return request
  },
})
