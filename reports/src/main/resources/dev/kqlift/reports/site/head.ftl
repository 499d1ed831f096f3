<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>[=frame.title] · kqlift</title>
<link rel="icon" href="[=frame.root]assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="[=frame.root]assets/site.css">
<script src="[=frame.root]assets/theme.js"></script>
<script src="[=frame.root]assets/site.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="bar">
<a class="brand" href="[=frame.root]index.html"><span aria-hidden="true">&#9636;</span> kqlift</a>
<nav aria-label="Parts of the site">
[#list frame.tabs as tab]
<a href="[=tab.href]"[#if tab.current] aria-current="true"[/#if]>[=tab.text]</a>
[/#list]
</nav>
<a class="tosearch" href="[=frame.root]index.html#find" data-search-link>Search <kbd>/</kbd></a>
<button type="button" class="theme" data-theme-toggle hidden aria-label="Dark or light colours"><span aria-hidden="true">&#9680;</span></button>
</header>
<main id="main">
