// Requests that are tried out here carry the CSRF token, as those of the application do.
const csrfToken = () => document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1]

window.SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'list',
  displayRequestDuration: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    const token = csrfToken()
    if (token && request.method !== 'GET') request.headers['X-XSRF-TOKEN'] = decodeURIComponent(token)
    return request
  },
})
