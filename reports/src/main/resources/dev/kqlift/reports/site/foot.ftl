</main>
<footer>
<p>[=frame.summary]. Written by kqlift; works offline.</p>
<p class="keys" hidden data-keys><kbd>/</kbd> search · <kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>Enter</kbd> open · <kbd>Esc</kbd> leave · <kbd>t</kbd> colours</p>
</footer>
</body>
</html>
