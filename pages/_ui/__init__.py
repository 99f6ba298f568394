"""What the pages share: who is here, the store, state keys, forms and cards."""
